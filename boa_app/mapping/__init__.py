"""What a map shows, without Qt: scenes, the folium page, local assets and heat tiles."""
