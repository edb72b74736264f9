"""The quiet frame around every page: rail, top bar, banners, foot with the one yellow corner."""
