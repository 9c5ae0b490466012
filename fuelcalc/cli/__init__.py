"""The command line: one file a command, loaded when it is called."""

import sys

import click

from fuelcalc import __version__
from fuelcalc.cli.lazy import LazyGroup
from fuelcalc.errors import FuelcalcError, InputError


@click.group(
    cls=LazyGroup,
    homes={
        "day": "fuelcalc.cli.day:day",
        "init": "fuelcalc.cli.init:init",
        "schema": "fuelcalc.cli.schema:schema",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, prog_name="fuelcalc")
def cli() -> None:
    """Say what to eat and drink, how much and when, around running and lifting."""


def _fail(message: str, code: int) -> int:
    print(f"fuelcalc: {message}", file=sys.stderr)
    return code


def run(arguments: list[str] | None = None) -> int:
    """
    Run one command and return its exit code.

    0 is done; 2 is wrong input, said in one line; 1 is anything else.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        cli.main(args=arguments, prog_name="fuelcalc", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
    except click.Abort:
        return _fail("stopped; nothing was written", 1)
    except click.UsageError as error:
        return _fail(" ".join(error.format_message().split()), 2)
    except InputError as error:
        return _fail(str(error), 2)
    except (click.ClickException, FuelcalcError) as error:
        return _fail(str(error), 1)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        return _fail(f"{error.filename or 'file'}: {error.strerror or error}", 1)
    return 0


def main() -> None:
    """Run the console script."""
    sys.exit(run())
