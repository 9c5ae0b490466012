"""A table in parts on a real cluster of two processes, beside the same table whole."""

import importlib.util
import os
import signal
import time
from pathlib import Path

import pandas as pd
import pytest

from fuelcalc import InputError, plan_frame

dd = pytest.importorskip("dask.dataframe", reason="fuelcalc[dask] is not installed")
distributed = pytest.importorskip("distributed")

CLUB = Path(__file__).parents[2] / "docs" / "examples" / "club.py"
_SPEC = importlib.util.spec_from_file_location("club", CLUB)
club = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(club)

N_ROWS, N_PARTS = 240, 8


@pytest.fixture(scope="module")
def cluster():
    """Two workers, each a process of its own."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as started:
        yield started


@pytest.fixture(scope="module")
def people():
    """Members of a club; one is too heavy for any plan, one has a guard."""
    frame = club.members(N_ROWS)
    frame["conditions"] = ""
    frame.loc[100, "conditions"] = "eating-disorder"
    frame.loc[7, "mass_kg"] = 620.0
    return frame


def same(ours, theirs):
    """Hold two tables against each other; the words of a category may stand in any order."""
    pd.testing.assert_frame_equal(
        ours.astype({"withheld": str, "recommendation": str}),
        theirs.astype({"withheld": str, "recommendation": str}),
    )


def test_plans_in_parts_what_it_plans_whole(cluster, people):
    """Rows, figures, guards and refusals are those of one table, on two workers, in its order."""
    whole = plan_frame(people, clock=False)
    with distributed.Client(cluster):
        parts = plan_frame(dd.from_pandas(people, npartitions=N_PARTS), clock=False)
        found = parts.compute()
    same(found, whole)
    assert found.loc[7, "refused"].startswith("mass_kg")
    assert "energy" in found.loc[100, "withheld"]


def test_knows_its_columns_beforehand(people):
    """The types that are said before planning are those that come, but for unknown categories."""
    parts = plan_frame(dd.from_pandas(people, npartitions=2), clock=False)
    found = plan_frame(people, clock=False)
    assert list(parts.columns) == list(found.columns)
    assert parts.index.name == "member"
    assert not parts["withheld"].cat.known
    known = found.columns.drop("withheld")
    assert parts.dtypes[known].tolist() == found.dtypes[known].tolist()


@pytest.mark.parametrize(("argument", "value"), [("week", "aim"), ("sessions", pd.DataFrame())])
def test_refuses_what_lies_in_other_parts(people, argument, value):
    """Weeks and sessions of a second table may be torn apart, so that they are not taken."""
    parts = dd.from_pandas(people, npartitions=2)
    with pytest.raises(InputError, match="map_partitions"):
        plan_frame(parts, **{argument: value})


# Dask's Parquet uses what pandas 4 will no longer have.
@pytest.mark.filterwarnings("ignore:The inplace keyword:pandas.errors.Pandas4Warning")
def test_plans_a_clubs_night(cluster, capsys, tmp_path):
    """The example runs on a cluster that is there, and writes everybody once."""
    folder = tmp_path / "fuel"
    address = cluster.scheduler_address
    club.main(["--members", "400", "--scheduler", address, "--out", str(folder)])
    said = capsys.readouterr().out
    assert said.startswith("400 members eat ")
    assert said.endswith("Mcal; 0 could not be planned.\n")
    written = pd.read_parquet(folder)
    assert sorted(written.index) == list(range(400))


def test_loses_nothing_with_a_worker(cluster, people):
    """One of two workers is killed with parts on it: each row comes once, and is the same."""
    with distributed.Client(cluster) as client:
        parts = plan_frame(dd.from_pandas(people, npartitions=N_PARTS), clock=True).persist()
        while not any(client.has_what().values()):
            time.sleep(0.02)
        holder = max(client.has_what().items(), key=lambda each: len(each[1]))[0]
        os.kill(client.run(os.getpid, workers=[holder])[holder], signal.SIGKILL)
        found = parts.compute()
    same(found, plan_frame(people))
    assert found.index.is_unique


PAGES = 6


def test_makes_menus_and_pages_on_the_cluster(cluster, people, tmp_path):
    """A page and its menu are made alike on any worker; who is not planned for has a line."""
    some = people.drop(columns="conditions").iloc[2:8]
    with distributed.Client(cluster):
        said = list(club.guides(some, tmp_path / "pages"))
    assert [line.partition(":")[0] for line in said] == ["member 7"]
    written = {int(file.stem): file.read_bytes() for file in (tmp_path / "pages").iterdir()}
    rows = some.drop(index=7).astype(object).where(some.notna(), None).to_dict("index")
    assert written == {number: club.page(member) for number, member in rows.items()}


def test_loses_no_page_with_a_worker(cluster, people):
    """A worker with pages is killed while others are made: each comes once, and is whole."""
    some = people.drop(columns="conditions").drop(index=7).head(PAGES)
    rows = some.astype(object).where(some.notna(), None).to_dict("records")
    with distributed.Client(cluster) as client:
        pages = client.map(club.page, rows)
        while not any(client.has_what().values()):
            time.sleep(0.02)
        holder = max(client.has_what().items(), key=lambda each: len(each[1]))[0]
        os.kill(client.run(os.getpid, workers=[holder])[holder], signal.SIGKILL)
        found = client.gather(pages)
    assert found == [club.page(row) for row in rows]
