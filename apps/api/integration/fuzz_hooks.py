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
