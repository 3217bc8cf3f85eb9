"""Stands in for the servers that the workflows talk to: writes its port into a file, and each request into another.

usage: platform.py PORT_FILE REQUESTS
"""

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Platform(BaseHTTPRequestHandler):
    """Answers as a TAXII 2.1 server or as OpenCTI's GraphQL would, as far as the workflows ask."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with open(sys.argv[2], "a", encoding="utf-8") as requests:
            print(self.path, self.headers["Authorization"], self.headers["Content-Type"].split(";")[0], file=requests)
        if self.path == "/graphql":
            refused = '"variables.file"' not in body or '"type": "bundle"' not in body
            answer = {"errors": [{"message": "no file"}]} if refused else {"data": {"uploadImport": {"name": "bundle"}}}
            return self.answer(200, "application/json", answer)
        if self.headers["Content-Type"] != "application/taxii+json;version=2.1":
            return self.answer(415, "application/taxii+json;version=2.1", {"title": "not TAXII 2.1"})
        envelope = json.loads(body)
        count = len(envelope["objects"])
        refused = 1 if "refusing" in self.path else 0
        if list(envelope) != ["objects"]:
            return self.answer(422, "application/taxii+json;version=2.1", {"title": "not an envelope"})
        status = {
            "id": "2d086da7-4bdc-4f91-900e-d77486753710", "status": "complete", "total_count": count,
            "success_count": count - refused, "failure_count": refused, "pending_count": 0,
        }
        return self.answer(202, "application/taxii+json;version=2.1", status)

    def answer(self, code, kind, value):
        """Sends a JSON value."""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_):
        """Says nothing."""


server = HTTPServer(("127.0.0.1", 0), Platform)
with open(sys.argv[1] + ".new", "w", encoding="utf-8") as file:
    print(server.server_port, file=file)
os.rename(sys.argv[1] + ".new", sys.argv[1])
server.serve_forever()
