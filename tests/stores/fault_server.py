"""A small SPARQL store on loopback that can be told to misbehave.

It keeps graphs as sets of N-Triples lines and speaks the Graph Store protocol at /FAULT/store and SPARQL at
/FAULT/query: COUNT of a graph, and nothing else. Each FAULT has graphs of its own:

  sound, gzip       no fault; gzip demands compressed bodies
  basic, digest, bearer   demands who asks: user "ada", password "s3cret", token "t0ken"
  busy              answers 503 to every first and second request of its kind
  dies              takes two writes, then drops every connection without an answer
  deaf              drops the connection after it has carried out a write, once for each write
  lies              says 204 and keeps only half of the lines
  slow              answers after five seconds
  short             sends half of what its Content-Length says
  away, home        redirects to another host; to the same store under another path, with 307
  babbles           answers queries with something else than JSON
  echoes            refuses with a body that repeats the Authorization header
"""
import base64
import gzip
import hashlib
import http.server
import json
import re
import threading
import time
import urllib.parse

USER, PASSWORD, TOKEN = "ada", "s3cret", "t0ken"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_PUT(self):
        self.serve()

    do_POST = do_GET = do_PUT

    def answer(self, status, body=b"", kind="text/plain", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self):
        self.close_connection = True

    def serve(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        url = urllib.parse.urlsplit(self.path)
        _, self.fault, place = url.path.split("/", 2)
        self.graphs = self.server.stores.setdefault(self.fault, {})
        graph = urllib.parse.parse_qs(url.query, keep_blank_values=True).get("graph", [""])[0]
        with self.server.lock:
            self.server.requests.append((self.fault, self.command, place))
            self.count = sum(one == (self.fault, self.command, place) for one in self.server.requests)
        if self.is_refused() or self.is_faulty(place):
            return
        if place == "query":
            self.serve_query()
        else:
            self.serve_store(graph)

    def is_refused(self):
        given = self.headers.get("Authorization", "")
        if self.fault == "basic":
            wanted = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
            challenge = 'Basic realm="store"'
        elif self.fault == "bearer":
            wanted, challenge = f"Bearer {TOKEN}", "Bearer"
        elif self.fault == "digest":
            wanted, challenge = self.digest(given), 'Digest realm="store", nonce="abc", qop="auth"'
        else:
            return False
        if given and given == wanted:
            return False
        self.answer(401, b"who are you?", WWW_Authenticate=challenge)
        return True

    def digest(self, given):
        """The header that was given, if its response is right (RFC 7616)."""
        parts = dict(re.findall(r'(\w+)="?([^",]*)"?', given))

        def md5(text):
            return hashlib.md5(text.encode()).hexdigest()

        first, second = md5(f"{USER}:store:{PASSWORD}"), md5(f"{self.command}:{self.path}")
        right = md5(":".join([first, "abc", parts.get("nc", ""), parts.get("cnonce", ""), "auth", second]))
        return given if parts.get("response") == right else None

    def is_faulty(self, place):
        writes = self.command in ("PUT", "POST") and place == "store"
        if self.fault == "busy" and self.count % 3:
            self.answer(503, b"busy", Retry_After="0")
        elif self.fault == "dies" and writes and sum(one[0] == "dies" and one[2] == "store"
                                                     for one in self.server.requests) > 2:
            self.hang_up()
        elif self.fault == "slow":
            time.sleep(5)
            self.answer(204)
        elif self.fault == "away":
            self.answer(302, Location="http://127.0.0.2:1/store")
        elif self.fault == "home":
            self.answer(307, Location=self.path.replace("/home/", "/sound/"))
        elif self.fault == "babbles" and place == "query":
            self.answer(200, b"<html>it works</html>", "text/html")
        elif self.fault == "echoes":
            self.answer(400, f"no {self.headers.get('Authorization')} {PASSWORD} here".encode())
        elif self.fault == "gzip" and writes and self.headers.get("Content-Encoding") != "gzip":
            self.answer(415, b"compress it")
        else:
            return False
        return True

    def serve_query(self):
        text = urllib.parse.parse_qs(self.body.decode())["query"][0]
        name = re.search(r"COUNT.*GRAPH <([^>]*)>", text)
        count = len(self.graphs.get(name.group(1) if name else "", ()))
        number = {"type": "literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": str(count)}
        result = {"head": {"vars": ["n"]}, "results": {"bindings": [{"n": number}]}}
        self.answer(200, json.dumps(result).encode(), "application/sparql-results+json")

    def serve_store(self, graph):
        if self.command == "GET":
            self.send_graph(graph)
            return
        body = gzip.decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body
        lines = body.decode().splitlines()
        if self.fault == "lies":
            lines = lines[:len(lines) // 2]
        with self.server.lock:
            if self.command == "PUT":
                self.graphs[graph] = set(lines)
            else:
                self.graphs.setdefault(graph, set()).update(lines)
        if self.fault == "deaf" and self.count % 2:
            self.hang_up()
        else:
            self.answer(204)

    def send_graph(self, graph):
        if graph not in self.graphs:
            self.answer(404, b"no such graph")
            return
        body = "".join(line + "\n" for line in sorted(self.graphs[graph])).encode()
        if self.fault != "short":
            self.answer(200, body, "application/n-triples")
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/n-triples")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:len(body) // 2])
        self.hang_up()


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A client that went away is what some faults are about."""


def start():
    """Starts the server on a free port of loopback; `shutdown` ends it."""
    server = Server(("127.0.0.1", 0), Handler)
    server.stores, server.requests, server.lock = {}, [], threading.Lock()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
