"""What a release says of itself, in one voice."""

import re
import tomllib
from pathlib import Path

import fuelcalc

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]


def test_bears_one_version():
    """The package, its metadata and its citation agree, and the change log knows it if released."""
    citation = (ROOT / "docs" / "CITATION.cff").read_text(encoding="utf-8")
    cited = dict(re.findall(r'^(\w[\w-]*): "?([^"\n]+)"?$', citation, re.MULTILINE))
    assert cited["version"] == PROJECT["version"] == fuelcalc.__version__
    assert cited["abstract"] == PROJECT["description"]
    assert cited["license"] == PROJECT["license"]
    assert cited["title"] == PROJECT["name"]
    assert re.findall(r"^  - ([a-z ]+)$", citation, re.MULTILINE) == PROJECT["keywords"]


def test_tells_changes_in_the_order_of_keep_a_changelog():
    """Unreleased stands first; each version has each kind of change once, in the usual order."""
    versions = re.split(r"^## ", CHANGES, flags=re.MULTILINE)[1:]
    assert versions[0].startswith("[Unreleased]")
    for version in versions:
        kinds = re.findall(r"^### (.+)$", version, re.MULTILINE)
        assert kinds
        assert kinds == [kind for kind in KINDS if kind in kinds]
    for released in versions[1:]:
        assert re.match(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d\n", released)


def test_needs_no_library_of_the_site_or_a_release():
    """Who installs fuelcalc, and who only runs its tests, gets none of what builds pages."""
    builds = {
        re.match(r"[\w-]+", line)[0]
        for extra in ("site", "release")
        for line in PROJECT["optional-dependencies"][extra]
    }
    others = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    assert builds
    assert not builds & {re.match(r"[\w-]+", line)[0] for line in others}
