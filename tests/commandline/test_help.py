"""The list of commands and their help, which nobody should have to wait for."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from tvto_crawl.cli import main
from tvto_crawl.commandline import COMMANDS
from tvto_crawl.exit_codes import IN_SHORT, MEANINGS

# What takes long to import, and only the work of a command needs.
_HEAVY = {"scrapy", "twisted", "trafilatura", "hazm", "lxml", "selectolax", "rich", "pyarrow"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_explains_itself(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"Usage: main {name}" in result.output
    assert "Examples:" in result.output


def test_list_of_commands_says_what_each_does() -> None:
    output = CliRunner().invoke(main, ["--help"]).output
    for name, place in COMMANDS.items():
        assert f"  {name} " in output
        assert place.summary in " ".join(output.split())


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS)])
def test_every_help_says_what_the_exit_status_means(arguments: list[str]) -> None:
    output = CliRunner().invoke(main, [*arguments, "--help"]).output
    assert output.count("Exit status") == 1
    assert (IN_SHORT if arguments else MEANINGS) in " ".join(output.split())


@pytest.mark.parametrize("module", ["tvto_crawl", "tvto_crawl.cli"])
def test_the_package_is_a_program(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("tvto-crawl, version ")


def test_unknown_command_is_a_wrong_command() -> None:
    result = CliRunner().invoke(main, ["claen"])
    assert result.exit_code == 2
    assert "No such command 'claen'; did you mean 'clean'?" in result.output
    assert "did you mean" not in CliRunner().invoke(main, ["xyz"]).output


def test_commands_are_the_ones_their_modules_name() -> None:
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        assert command.name == name


@pytest.mark.parametrize("arguments", [["--help"], ["clean", "--help"], ["dedup", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from tvto_crawl.cli import main; main(sys.argv[1:], standalone_mode=False); "
        f"print('imported:', *sorted({_HEAVY!r} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "imported:"
