"""Files of watches and apps, made as a test needs them."""

import pytest

from fuelcalc.importers.activities.door import read_activities


@pytest.fixture
def read(tmp_path):
    """Write contents into files and read them all; text or bytes, by the name of the file."""

    def reading(contents, **wanted):
        paths = []
        for name, content in contents.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            paths.append(path)
        return read_activities(paths, **{"time_zone": "Europe/Berlin", **wanted})

    return reading


@pytest.fixture
def only(read):
    """The one session that contents hold, and nothing refused."""

    def session(contents, **wanted):
        found = read(contents, **wanted)
        assert found.refused == ()
        (one,) = found.sessions
        return one

    return session
