"""Fetching from public map services: polite, bounded, and to be given up at any moment.

Every request waits for its turn, every body has a limit, every address is checked before it is asked: a redirect or a
link to the next page leads nowhere but to the service itself. What may pass is tried again a few times, what will not
is said at once. The line below (proxy, certificates, waiting in slices) is handed in.
"""

from __future__ import annotations

import ipaddress
import math
import ssl
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

import httpx

from boa_app import __version__
from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata.pdok_antwoord import Antwoord, Opnieuw, begin_van, check_status, maak_antwoord, pak_uit
from boa_app.mapdata.pdok_tempo import Cancelled, Tempo

T = TypeVar("T")
Lijn = Callable[[str, Cancelled], httpx.BaseTransport]
AGENT = f"boa_app/{__version__} (gemeentelijke handhaving; kaartpakket)"
PAGE_BYTES = 64 * 1024 * 1024
CONNECT_S, ANSWER_S = 6.0, 20.0
TRIES = 4
# A service that asks for a longer rest than this is left alone until the person tries again.
LONGEST_REST_S = 120.0
_FIRST_REST_S, _MOST_REST_S = 1.0, 30.0
_MOVED = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 3
# Less than this in one ANSWER_S is a line on which nothing will ever be whole.
_SLOWEST_BYTES = 16 * 1024


class Begin(NamedTuple):
    """What is here of a big body: how many bytes, of which edition, and whether these are all."""

    offset: int
    etag: str
    is_whole: bool


class Ophaler:
    """GET requests to one family of services; used by one thread at a time, closed by ``with``.

    lijn: makes the transport to a host ("" when it is this machine and no proxy may be asked), which asks
    while it waits whether it still should. eigen: base addresses
    that are allowed beside those of PDOK; plain http goes to this machine only. verzoeken, bytes, seconden: what went
    over the line so far, for estimates. Raises, besides what the requests say, UserError adres_onveilig.
    """

    def __init__(
        self, lijn: Lijn, *, cancelled: Cancelled, tempo: Tempo | None = None, eigen: tuple[str, ...] = (),
        answer_s: float = ANSWER_S, tries: int = TRIES,
    ) -> None:  # fmt: skip
        self.tempo = tempo or Tempo()
        self.cancelled = cancelled
        self.verzoeken, self.bytes, self.seconden = 0, 0, 0.0
        self._lijn, self._answer_s, self._tries = lijn, answer_s, tries
        self._eigen = eigen
        self._origins = frozenset(_checked_origin(base) for base in eigen)
        self._clients: dict[str, httpx.Client] = {}
        self._tot = math.inf

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let all connections go. Idempotent."""
        for client in self._clients.values():
            client.close()
        self._clients.clear()

    def tweede(self, cancelled: Cancelled | None = None) -> Ophaler:
        """One more line of the same kind and the same pace, for another thread."""
        return Ophaler(
            self._lijn, cancelled=cancelled or self.cancelled, tempo=self.tempo, eigen=self._eigen,
            answer_s=self._answer_s, tries=self._tries,
        )  # fmt: skip

    def tel_mee(self, other: Ophaler) -> None:
        """Count what another line did as done by this one."""
        self.verzoeken, self.bytes = self.verzoeken + other.verzoeken, self.bytes + other.bytes
        self.seconden += other.seconden

    def haal(
        self, url: str, onderdeel: str, lees: Callable[[Antwoord], T], *, limit: int = PAGE_BYTES, etag: str = "",
        gewijzigd: str = "", tries: int = 0, binnen_s: float = math.inf,
    ) -> T:  # fmt: skip
        """What lees makes of the answer. etag, gewijzigd: of what is already here, so that 304 may come back.
        binnen_s: for all of it together, waiting and trying again included.

        lees raises ValueError for what may be whole the next time. Raises UserError pdok_afgebroken,
        EnvironmentProblem pdok_onbereikbaar, pdok_traag, pdok_druk(wacht_s), pdok_verbroken, pdok_fout(status),
        pdok_onleesbaar, pdok_te_groot, pdok_elders(adres), pdok_certificaat; all but the first with onderdeel.
        """
        self._tot = self.tempo.nu() + binnen_s
        headers = {"Accept-Encoding": "gzip"}
        if etag:
            headers["If-None-Match"] = etag
        elif gewijzigd:
            headers["If-Modified-Since"] = gewijzigd

        def once() -> T:
            with self._open(url, onderdeel, headers) as response:
                raw = b"".join(self._stukken(response, onderdeel, limit))
                antwoord = maak_antwoord(response, pak_uit(response, raw, onderdeel, limit))
            try:
                return lees(antwoord)
            except ValueError as error:
                raise Opnieuw(EnvironmentProblem("pdok_onleesbaar", onderdeel=onderdeel)) from error

        return self._herhaal(once, tries or self._tries)

    def stroom(
        self, url: str, onderdeel: str, ontvang: Callable[[int, Antwoord, Iterator[bytes]], None], *, limit: int,
        van: Callable[[], Begin],
    ) -> bool:  # fmt: skip
        """A big body, handed on while it comes in; False when what is here is whole and still the same.

        van: asked before every attempt. ontvang: gets where the body begins, the head of the answer and the pieces.
        Raises as haal.
        """

        self._tot = math.inf

        def once() -> bool:
            here = van()
            headers = {"Accept-Encoding": "identity"}
            if here.is_whole:
                headers["If-None-Match"] = here.etag
            elif here.offset:
                headers |= {"Range": f"bytes={here.offset}-", "If-Range": here.etag}
            with self._open(url, onderdeel, headers) as response:
                if response.status_code == 304:
                    return False
                if response.headers.get("Content-Encoding", "identity").lower() != "identity":
                    raise EnvironmentProblem("pdok_onleesbaar", onderdeel=onderdeel)
                begin = begin_van(response, onderdeel) if response.status_code == 206 else 0
                ontvang(begin, maak_antwoord(response, b""), self._stukken(response, onderdeel, limit - begin))
            return True

        return self._herhaal(once, self._tries)

    def _herhaal(self, once: Callable[[], T], tries: int) -> T:
        rest = _FIRST_REST_S
        for turn in range(1, tries + 1):
            try:
                return once()
            except Opnieuw as problem:
                wanted = max(rest, problem.wait_s)
                if turn == tries or wanted > LONGEST_REST_S:
                    raise problem.problem from problem
                self.tempo.rust(wanted, self._ended)
                self._check(str(problem.problem.fields.get("onderdeel", "")))
                rest = min(2 * rest, _MOST_REST_S)
        raise AssertionError("tries")

    def _open(self, url: str, onderdeel: str, headers: Mapping[str, str]) -> _Geopend:
        return _Geopend(self, url, onderdeel, headers)

    def send(self, url: httpx.URL, onderdeel: str, headers: Mapping[str, str]) -> httpx.Response:
        """The head of the final answer, the body still to come. Raises as haal and Opnieuw."""
        for _ in range(_MOST_REDIRECTS + 1):
            self._check_address(url, onderdeel)
            self.tempo.beurt(self._ended)
            self._check(onderdeel)
            self.verzoeken += 1
            client = self._client(url)
            response = client.send(client.build_request("GET", url, headers=dict(headers)), stream=True)
            if response.status_code not in _MOVED:
                return response
            response.close()
            url = url.join(response.headers.get("Location", ""))
        raise EnvironmentProblem("pdok_elders", onderdeel=onderdeel, adres=url.host)

    def problem_of(self, error: Exception, onderdeel: str) -> Exception:
        """What went wrong on the line, as an error of ours."""
        if self.cancelled():
            return UserError("pdok_afgebroken")
        if self._ended():
            return EnvironmentProblem("pdok_traag", onderdeel=onderdeel)
        if isinstance(error, BoaError | Opnieuw):
            return error
        if isinstance(error, httpx.TimeoutException) and not isinstance(error, httpx.ConnectTimeout):
            return Opnieuw(EnvironmentProblem("pdok_traag", onderdeel=onderdeel))
        if _is_certificate(error):
            return EnvironmentProblem("pdok_certificaat", onderdeel=onderdeel)
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
            return EnvironmentProblem("pdok_onbereikbaar", onderdeel=onderdeel)
        if isinstance(error, httpx.InvalidURL):
            return EnvironmentProblem("pdok_elders", onderdeel=onderdeel, adres="")
        return Opnieuw(EnvironmentProblem("pdok_verbroken", onderdeel=onderdeel))

    def _stukken(self, response: httpx.Response, onderdeel: str, limit: int) -> Iterator[bytes]:
        size = window = 0
        since = self.tempo.nu()
        for part in response.iter_raw():
            size, window = size + len(part), window + len(part)
            self.bytes += len(part)
            if size > limit:
                raise EnvironmentProblem("pdok_te_groot", onderdeel=onderdeel)
            self._check(onderdeel)
            yield part
            # A server that drips keeps every single wait short, so the sum of them is looked at too.
            if self.tempo.nu() - since > self._answer_s:
                if window < _SLOWEST_BYTES:
                    raise Opnieuw(EnvironmentProblem("pdok_traag", onderdeel=onderdeel))
                since, window = self.tempo.nu(), 0

    def _check(self, onderdeel: str = "") -> None:
        if self.cancelled():
            raise UserError("pdok_afgebroken")
        if self._ended():
            raise EnvironmentProblem("pdok_traag", onderdeel=onderdeel)

    def _ended(self) -> bool:
        return self.cancelled() or self.tempo.nu() > self._tot

    def _check_address(self, url: httpx.URL, onderdeel: str) -> None:
        if _origin(url) in self._origins and not url.userinfo:
            return
        is_pdok = url.host == "pdok.nl" or url.host.endswith(".pdok.nl")
        if url.scheme != "https" or not is_pdok or url.port not in (None, 443) or url.userinfo:
            raise EnvironmentProblem("pdok_elders", onderdeel=onderdeel, adres=url.host[:80])

    def _client(self, url: httpx.URL) -> httpx.Client:
        key = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if key not in self._clients:
            self._clients[key] = httpx.Client(
                transport=self._lijn(url.host if url.scheme == "https" else "", self._ended), trust_env=False,
                timeout=httpx.Timeout(self._answer_s, connect=min(CONNECT_S, self._answer_s)), follow_redirects=False,
                headers={"User-Agent": AGENT, "Accept": "*/*"},
            )  # fmt: skip
        return self._clients[key]


class _Geopend:
    """One answer while it is read; turns whatever goes wrong in between into our errors and measures the time."""

    def __init__(self, ophaler: Ophaler, url: str, onderdeel: str, headers: Mapping[str, str]) -> None:
        self._ophaler, self._url, self._onderdeel, self._headers = ophaler, url, onderdeel, headers
        self._response: httpx.Response | None = None
        self._since = 0.0

    def __enter__(self) -> httpx.Response:
        self._since = self._ophaler.tempo.nu()
        try:
            self._response = self._ophaler.send(httpx.URL(self._url), self._onderdeel, self._headers)
            check_status(self._response, self._onderdeel, self._ophaler.tempo.klok())
        except (httpx.HTTPError, httpx.InvalidURL, BoaError, Opnieuw) as error:
            self._close()
            raise self._ophaler.problem_of(error, self._onderdeel) from error
        return self._response

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._close()
        self._ophaler.seconden += self._ophaler.tempo.nu() - self._since
        if isinstance(error, httpx.HTTPError | BoaError):
            raise self._ophaler.problem_of(error, self._onderdeel) from error

    def _close(self) -> None:
        if self._response is not None:
            self._response.close()


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _checked_origin(base: str) -> tuple[str, str, int | None]:
    try:
        url = httpx.URL(base)
    except httpx.InvalidURL as error:
        raise UserError("adres_ongeldig") from error
    if url.scheme != "https" and not (url.scheme == "http" and is_loopback(url.host)):
        raise UserError("adres_onveilig")
    return _origin(url)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
