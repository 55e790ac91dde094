#!/usr/bin/env python3
"""OpenLink Virtuoso from Debian, on loopback, with digest authentication."""
import shutil
import subprocess
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/support")
from store_exercise import SOURCE, Store, free_port, full_disk, install, main  # noqa: E402 (the folder is known only now)

PASSWORD = "d8a-w0rd"
SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
LockFile = {folder}/virtuoso.lck

[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql_port}
ServerThreads = 10
NumberOfBuffers = 40000
DirsAllowed = {folder}
DefaultIsolation = 2

[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 5
ServerRoot = {folder}

[SPARQL]
ResultSetMaxRows = 10000000
"""


class Virtuoso(Store):
    preset = "virtuoso"
    secrets = {"GRAPHWRIGHT_STORE_USER": "dba", "GRAPHWRIGHT_STORE_PASSWORD": PASSWORD}

    def __init__(self, folder):
        super().__init__(folder)
        self.sql_port = free_port()

    def command(self):
        settings = SETTINGS.format(folder=self.folder, port=self.port, sql_port=self.sql_port)
        (self.folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)
        return ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]

    def ping(self):
        return f"{self.address()}/sparql?query=ASK%7B%7D"

    def prepare(self):
        statement = f"USER_SET_PASSWORD('dba', '{PASSWORD}')"
        subprocess.run(["isql-vt", str(self.sql_port), "dba", "dba", f"EXEC={statement}"], check=True,
                       stdout=subprocess.DEVNULL, cwd=self.folder)


if __name__ == "__main__":
    if not shutil.which("virtuoso-t"):
        install("Virtuoso", [SOURCE / "scripts" / "packages.sh", "integration"])
    main(Virtuoso, full_disk)
