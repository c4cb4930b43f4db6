"""What schemathesis has to be told about our media types: batches are lines of JSON, and files are bytes."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def to_lines(ctx, value):
    if isinstance(value, bytes):
        return value
    return value if isinstance(value, str) else json.dumps(value)


@schemathesis.serializer("text/markdown")
def to_text(ctx, value):
    if isinstance(value, bytes):
        return value
    return value if isinstance(value, str) else json.dumps(value)


FILES = [
    "application/epub+zip",
    "application/octet-stream",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]

for media_type in FILES:

    @schemathesis.deserializer(media_type)
    def to_bytes(ctx, response):
        return response.content.decode("latin-1")


@schemathesis.hook
def filter_case(ctx, case):
    """Every part of a form is bytes: a file that is a number or an object cannot be sent as such."""
    if case.media_type != "multipart/form-data" or not isinstance(case.body, dict):
        return True
    files = case.body.get("file", b"")
    parts = files if isinstance(files, list) else [files]
    return all(isinstance(part, (str, bytes)) for part in parts)
