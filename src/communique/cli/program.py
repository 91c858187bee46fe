"""What every command shares: its errors become one line on standard error and an exit status."""

from __future__ import annotations

import os
import sys
from typing import Any

from typer.core import TyperGroup

from communique.errors import CommuniqueError

__all__ = ["Program", "drop_output"]


class Program(TyperGroup):
    """The group of all commands. Exit status: 0 done; 1 some inputs failed, each named; 2 the call
    itself was wrong; 130 interrupted."""

    def invoke(self, ctx: Any) -> Any:
        """Runs a command and turns what it raises into a line and a status."""
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            _leave(str(error), 2)
        except BrokenPipeError:  # the reader of a pipe has seen enough
            drop_output()
            sys.exit(0)
        except KeyboardInterrupt:
            _leave("interrupted; what was done is stored", 130)
        except Exception as error:
            # sqlite3 itself is imported only by what opens a store
            if type(error).__module__ != "sqlite3":
                raise
            _leave(f"the store cannot be used: {error}. See whether its file is whole.", 2)


def _leave(message: str, status: int) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"communique: {message}\n")
    sys.exit(status)


def drop_output() -> None:
    """Lets what is still in the buffer go nowhere, so that nothing complains at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # standard output is no file
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
