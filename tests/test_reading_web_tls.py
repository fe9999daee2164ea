"""HTTP/2 over TLS, against a server made of h2 with a certificate of its own."""

import datetime
import socket
import ssl
import threading
from contextlib import contextmanager

import h2.config
import h2.connection
import h2.events
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from claims.errors import NotFetched
from claims.reading.fetching.fetch import Fetcher
from claims.reading.reading_settings import ReadingSettings
from page import page

NAME = "news.example"
SETTINGS = ReadingSettings(
    allow_private=True, host_delay_s=0, attempts=1, obey_robots=False, read_timeout_s=3
)


def certificate(folder):
    """A self-signed certificate for the name, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return path


def answer(connection, protocols):
    protocols.append(connection.selected_alpn_protocol())
    state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
    state.initiate_connection()
    connection.sendall(state.data_to_send())
    while data := connection.recv(65_536):
        for event in state.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                state.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                state.send_data(event.stream_id, page().encode(), end_stream=True)
        connection.sendall(state.data_to_send())


@contextmanager
def http2_server(pem):
    """A port that answers each request with a page, and the protocols that were agreed on."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    context.set_alpn_protocols(["h2"])
    protocols = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)

        def serve():
            while True:
                try:
                    plain, _ = listening.accept()
                    plain.settimeout(5)
                    with context.wrap_socket(plain, server_side=True) as connection:
                        answer(connection, protocols)
                except ssl.SSLError:  # the client does not trust us
                    continue
                except OSError:  # closed by the test
                    return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1], protocols


@pytest.fixture
def pem(tmp_path):
    return certificate(tmp_path)


def fetcher(context):
    return Fetcher(SETTINGS, resolver=lambda host, port: ("127.0.0.1",), context=context)


def test_http_2_is_spoken_and_the_certificate_is_that_of_the_name(pem):
    with http2_server(pem) as (port, protocols):
        web = fetcher(ssl.create_default_context(cafile=pem))
        for _ in range(2):
            fetched = web.fetch(f"https://{NAME}:{port}/a")
            with fetched.body:
                assert fetched.body.read() == page().encode()
        web.close()
    assert protocols == ["h2"]  # one connection for both


@pytest.mark.parametrize(("host", "trusted"), [("other.example", True), (NAME, False)])
def test_a_certificate_of_another_name_or_of_nobody_is_refused(pem, host, trusted):
    context = ssl.create_default_context(cafile=pem) if trusted else ssl.create_default_context()
    with http2_server(pem) as (port, _):
        web = fetcher(context)
        with pytest.raises(NotFetched, match="certificate is not trusted"):
            web.fetch(f"https://{host}:{port}/a")
        web.close()
