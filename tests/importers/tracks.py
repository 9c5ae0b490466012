"""Tracks as GPX and TCX write them."""

import datetime as dt

START = dt.datetime(2026, 11, 20, 6, 0, tzinfo=dt.UTC)
# A second of latitude is 30.87 m on the sphere that distances are measured on.
METRES_PER_DEGREE = 111_195.08


def point(metres, second, *, altitude=100.0, timed=True, placed=True):
    """A point so far north of Berlin, so long after the start."""
    place = f' lat="{52.5 + metres / METRES_PER_DEGREE:.7f}" lon="13.4"' if placed else ""
    time = f"{START + dt.timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}"
    told = f"<time>{time}</time>" if timed else ""
    return f"<trkpt{place}><ele>{altitude}</ele>{told}</trkpt>"


def gpx(*stretches, kind="running", name="Morning"):
    """A track of stretches, each a text of points."""
    inside = "".join(f"<trkseg>{points}</trkseg>" for points in stretches)
    said = f"<type>{kind}</type>" if kind is not None else ""
    head = '<gpx xmlns="http://www.topografix.com/GPX/1/1">'
    return f"<?xml version='1.0'?>{head}<trk><name>{name}</name>{said}{inside}</trk></gpx>"


def run_points(metres, seconds, *, n=60, **more):
    """So many points of an even run."""
    return "".join(point(metres * i / n, seconds * i / n, **more) for i in range(n + 1))


def tcx(laps, *, sport="Running", start=START, points="", pointed=-1, starts=None):
    """
    An activity of laps, each seconds and metres, its points in the last or another.

    Each begins with the activity, unless their seconds behind it are said.
    """
    began = f"{start:%Y-%m-%dT%H:%M:%SZ}"
    begins = [start + dt.timedelta(seconds=each) for each in starts or [0] * len(laps)]
    inside = "".join(
        f'<Lap StartTime="{begins[place]:%Y-%m-%dT%H:%M:%SZ}">'
        f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds>"
        f"<DistanceMeters>{metres}</DistanceMeters><Calories>100</Calories>"
        f"<Track>{points if place == pointed % len(laps) else ''}</Track></Lap>"
        for place, (seconds, metres) in enumerate(laps)
    )
    return (
        "  <?xml version='1.0'?><TrainingCenterDatabase><Activities>"
        f'<Activity Sport="{sport}"><Id>{began}</Id>{inside}</Activity>'
        "</Activities></TrainingCenterDatabase>"
    )


def trackpoint(metres, second, *, start=START):
    """A point of a TCX, north of Berlin."""
    time = f"{start + dt.timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f"<Trackpoint><Time>{time}</Time><Position>"
        f"<LatitudeDegrees>{52.5 + metres / METRES_PER_DEGREE:.7f}</LatitudeDegrees>"
        "<LongitudeDegrees>13.4</LongitudeDegrees></Position>"
        "<AltitudeMeters>100</AltitudeMeters></Trackpoint>"
    )
