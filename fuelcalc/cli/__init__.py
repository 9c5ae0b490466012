"""The command line: one file a command, loaded when it is called."""

import gc
import os
import sys
from io import TextIOWrapper

import click

from fuelcalc import __version__
from fuelcalc.cli.lazy import LazyGroup
from fuelcalc.errors import FuelcalcError, InputError

_OF_WEEKS = frozenset({"week", "shopping"})
_OF_A_DAY = {
    "--date": "--from monday says where a week begins",
    **{
        f"--{option}": f"in a plan {key} stands under the [[days]] of that date"
        for option, key in {
            "eaten": 'eaten = ["13:00 pizza 1100 kcal"]',
            "use-up": 'use_up = ["spinach"]',
            "run": 'runs = ["10 km easy 06:30"]',
            "lift": 'lifts = ["60 min heavy lower 18:00"]',
            "other": 'other = ["60 min cycling 18:00"]',
        }.items()
    },
}
"""Options of one day, and how the same is said of a week."""

# A screen or four; a file with more mistakes is no plan.
_MOST_LINES = 100


@click.group(
    cls=LazyGroup,
    homes={
        "batch": "fuelcalc.cli.batch:batch",
        "day": "fuelcalc.cli.day:day",
        "dishes": "fuelcalc.cli.dishes:dishes",
        "foods": "fuelcalc.cli.foods:foods",
        "guide": "fuelcalc.cli.guide:guide",
        "import": "fuelcalc.cli.imports:imports",
        "init": "fuelcalc.cli.init:init",
        "learn": "fuelcalc.cli.learn:learn",
        "log": "fuelcalc.cli.log:log",
        "schema": "fuelcalc.cli.schema:schema",
        "shopping": "fuelcalc.cli.shopping:shopping",
        "snack": "fuelcalc.cli.snack:snack",
        "week": "fuelcalc.cli.week:week",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, prog_name="fuelcalc")
def cli() -> None:
    """Say what to eat and drink, how much and when, around running and lifting."""


def _instead_of(error: click.NoSuchOption) -> str | None:
    """What there is instead of an option that people look for, if that is known."""
    # Words such as --deficit have an answer; the models are not loaded for any other.
    from fuelcalc.models.refusals import OTHER_WORDS, answer

    name = error.option_name
    if error.ctx is not None and error.ctx.info_name in _OF_WEEKS and name in _OF_A_DAY:
        several = f"{name}: is of one day, and {error.ctx.info_name} plans several"
        return f"{several}; fuelcalc day takes it, and {_OF_A_DAY[name]}"
    instead = answer(name)
    if instead is not None:
        return f"{name}: {instead[0]}; {instead[1]}"
    meant = OTHER_WORDS.get(name.strip("-").replace("-", "_"))
    option = f"--{meant}".replace("_", "-")
    known = () if error.ctx is None else error.ctx.command.params
    if meant is None or not any(option in param.opts for param in known):
        return None
    return f"No such option '{name}'. Did you mean '{option}'?"


def _remedy(error: click.UsageError) -> str:
    """What to write instead, where the words of the option's kind do not say."""
    kind = getattr(getattr(error, "param", None), "type", None)
    if isinstance(kind, click.IntRange):
        upwards = "or more" if kind.max is None else f"to {kind.max}"
        return f"write a whole number, {kind.min} {upwards}"
    if kind in {click.INT, click.FLOAT}:
        return f"write a {'whole ' if kind is click.INT else ''}number, such as 2"
    if isinstance(kind, click.Choice):
        return ""
    command = "fuelcalc" if error.ctx is None else error.ctx.command_path
    return f"{command} --help shows what there is"


def _outcome(error: BaseException) -> tuple[str, int]:
    """The line, or a line a mistake, and the exit code that an error ends in."""
    if isinstance(error, click.NoSuchOption):
        said = _instead_of(error)
        if said is not None:
            return said, 2
    if isinstance(error, click.UsageError):
        said = " ".join(error.format_message().split())
        remedy = "" if said.endswith("?") else _remedy(error)
        return f"{said.rstrip('.')}; {remedy}" if remedy else said, 2
    if isinstance(error, InputError):
        return _every_mistake(error), 2
    if isinstance(error, click.Abort):
        return "stopped; nothing was written", 1
    if isinstance(error, OSError):
        return f"{error.filename or 'file'}: {error.strerror or error}", 1
    return str(error), 1


def is_on_a_screen() -> bool:
    """Whether what is wrong is read by somebody at a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def _every_mistake(error: InputError) -> str:
    """A line a mistake, as they stand in the file, so that all are mended at once."""
    lines = [mistake.line for mistake in error.mistakes]
    left = len(lines) - _MOST_LINES
    told = lines[:_MOST_LINES] + ([f"and {left} more mistakes"] if left > 0 else [])
    sketch = getattr(error, "sketch", "")
    # The caret is for whoever has just typed the text; a program reads one line a mistake.
    if sketch and is_on_a_screen():
        told[-1] += f"\n{sketch}"
    return "\nfuelcalc: ".join(told)


def run(arguments: list[str] | None = None) -> int:
    """
    Run one command and return its exit code.

    0 is done; 2 is wrong input, said in a line a mistake; 1 is anything else.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        cli.main(args=arguments, prog_name="fuelcalc", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (click.ClickException, click.Abort, FuelcalcError, OSError) as error:
        message, code = _outcome(error)
        click.echo(f"fuelcalc: {message}", err=True)
        return code
    return 0


def main() -> None:
    """
    Run the console script.

    The process lives for one command and its arrays are small: collecting garbage and starting
    a pool of threads would cost more than they give.
    """
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(run())
