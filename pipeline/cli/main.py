"""`jobstream`: the entry point. A command's module is imported only when it is called, so that `--help` is quick."""

import importlib
import logging
import sys
from pathlib import Path

import click

from pipeline import VERSION
from pipeline.cli.exits import OK, UNREACHABLE, USAGE, Unreachable
from pipeline.setting import SettingRefused

# command -> (module below pipeline.cli, one line for --help); each module defines a click command named `command`
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Crawl local boards through real engines, and check the result."),
    "stack": ("stack", "Start and stop the embedded Kafka, TimescaleDB and ClickHouse."),
    "crawl": ("crawl", "Fetch boards and publish their postings."),
    "schedule": ("schedule", "Crawl every board again and again, as often as it changes."),
    "import": ("import_", "Publish the postings of a JSONL or CSV file."),
    "boards": ("boards", "Add boards to your own list."),
    "sources": ("sources", "List the sources and their health, and try one on a recorded answer."),
    "run": ("run", "Run every stage and sink on this machine."),
    "status": ("status", "Show engines, lag, rates, rows and processes."),
    "doctor": ("doctor", "Find what is wrong and say what to do about it."),
    "logs": ("logs", "Show the logs of processes."),
    "topics": ("topics", "Create, list and read the topics."),
    "dlq": ("dlq", "List and show dead letters."),
    "replay": ("replay", "Send raw postings through the stages again."),
    "erase": ("erase", "Remove the contacts that were found in postings."),
    "lifecycle": ("lifecycle", "Bring time to boards, so that deadlines close postings."),
    "settings": ("settings", "Show the settings in force."),
    "worker": ("worker", "Run one stage: normalize, dedupe, enrich, lifecycle, mirror or embed."),
    "sink": ("sink", "Run one sink: clickhouse or timescaledb."),
    "migrate": ("migrate", "Bring both warehouses to the newest schema."),
    "maintain": ("maintain", "Refresh, compress and drop what is due in TimescaleDB."),
    "query": ("query", "Ask a warehouse: a named query, or your own SQL."),
    "explain": ("explain", "Tell why two postings are in one cluster, or are not."),
    "similar": ("similar", "Find postings that are like one."),
    "match": ("match", "Find postings that a résumé fits."),
    "enrichers": ("enrichers", "List what derives fields of postings, and check it."),
    "evaluate": ("evaluate", "Measure a stage against labelled data."),
    "schemas": ("schemas", "Check or write the published JSON Schemas."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"pipeline.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(VERSION, prog_name="jobstream")
@click.option("--demo", "on_demo", is_flag=True, help="Work on the demo's stack (var/demo) instead of your own.")
def cli(*, on_demo: bool) -> None:
    """Job postings as a stream: from boards to Kafka, TimescaleDB and ClickHouse.

    Exit codes: 0 ok, 1 a finding, 2 usage, 3 a server can't be reached.
    """
    if on_demo:
        importlib.import_module("pipeline.demo.place").adopt_demo()


def main() -> None:
    """Run the command line; errors that have a remedy are printed as one sentence, without a traceback."""
    # a client library's log is not a command's output: what matters comes as an error; long processes set up their own log
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        code = cli.main(prog_name="./jobstream", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except SettingRefused as error:
        click.echo(str(error), err=True)
        sys.exit(USAGE)
    except Unreachable as error:
        click.echo(str(error), err=True)
        sys.exit(UNREACHABLE)
    except OSError as error:
        if not _is_of_var_dir(error):
            raise
        click.echo(f"{error.filename} can't be written ({error.strerror}). Mend that, or set JOBSTREAM_VAR_DIR.", err=True)
        sys.exit(USAGE)
    # outside standalone mode click gives the code of `context.exit` back instead of exiting
    sys.exit(code if isinstance(code, int) else OK)


def _is_of_var_dir(error: OSError) -> bool:
    """Whether `error` is about a file where this process keeps its own, or about a folder above them."""
    var_dir = importlib.import_module("pipeline.settings").Settings().var_dir.absolute()
    path = Path(error.filename).absolute() if isinstance(error.filename, str | Path) else None
    return path is not None and (path.is_relative_to(var_dir) or var_dir.is_relative_to(path))


if __name__ == "__main__":
    main()
