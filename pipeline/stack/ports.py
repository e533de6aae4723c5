"""Whether a port is free, and whose it is when it is not."""

import socket

import psutil

from pipeline.stack.errors import PortTaken

HOST = "127.0.0.1"


def require_free(port: int, setting: str) -> None:
    """Return when `port` can be listened on.

    Raises PortTaken: names the program that has it, if it can be found, and the setting that moves the port.
    """
    with socket.socket() as probe:
        # as servers do: a port whose last connections are in TIME_WAIT is free
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise PortTaken(f"Port {port} is taken by {_holder(port)}. Stop it, or set JOBSTREAM_{setting.upper()}.") from None


def _holder(port: int) -> str:
    try:
        connections = psutil.net_connections("tcp")
    except psutil.AccessDenied:  # macOS tells nobody but root
        return "another program"
    for each in connections:
        if each.status == psutil.CONN_LISTEN and each.pid and each.laddr and each.laddr.port == port:
            return f"pid {each.pid} ({_program(each.pid)})"
    return "another program"


def _program(pid: int) -> str:
    try:
        return psutil.Process(pid).name()
    except psutil.NoSuchProcess:
        return "gone by now"


def free_ports(count: int) -> list[int]:
    """Return `count` different ports that nothing listens on now."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind((HOST, 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()
