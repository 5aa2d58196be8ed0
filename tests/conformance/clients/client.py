"""Stripe's client for Python against the stand-in."""

import json
import os
import sys
import threading
import time
import traceback
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import stripe

BASE = os.environ["STRIPE_BASE_URL"]
SECRET = os.environ["SECRET_KEY"]
RESTRICTED = os.environ["RESTRICTED_KEY"]
SIGNING = os.environ["WEBHOOK_SECRET"]


def client(key, **options):
    return stripe.StripeClient(key, base_addresses={"api": BASE}, **options)


CLIENT = client(SECRET)
SESSIONS = CLIENT.v1.identity.verification_sessions
REPORTS = CLIENT.v1.identity.verification_reports
# The control interface is on this machine: no proxy.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def control(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    headers = {"content-type": "application/json"} if data else {}
    request = urllib.request.Request(f"{BASE}/_fake{path}", data, headers, method=method)
    with OPENER.open(request) as response:
        return json.load(response)


def submit(session, outcome):
    return control("POST", f"/sessions/{session}/outcome", {"outcome": outcome})


def run(group, name, body):
    error = None
    try:
        body()
    except Exception:
        error = traceback.format_exc()
    print(json.dumps({"group": group, "case": name, "error": error}), flush=True)


def equal(found, expected, what="value"):
    if found != expected:
        raise AssertionError(f"{what}: {found!r} instead of {expected!r}")


def refused(call):
    try:
        call()
    except Exception as error:
        return error
    raise AssertionError("it is not refused")


class Receiver:
    """A webhook's handler that keeps what it gets."""

    def __init__(self):
        got = self.got = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                got.append((body, self.headers["stripe-signature"]))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()


def create_retrieve_update():
    made = SESSIONS.create({
        "type": "document",
        "client_reference_id": "user-1",
        "metadata": {"order": "6735", "a b": "c&d=é"},
        "options": {"document": {"allowed_types": ["passport"], "require_live_capture": True}},
        "return_url": "https://example.com/done?a=b",
    })
    equal(made.status, "requires_input")
    equal(made.options.document.require_live_capture, True)
    equal(made.metadata["a b"], "c&d=é")
    equal(SESSIONS.retrieve(made.id).url, made.url)
    changed = SESSIONS.update(made.id, {"metadata": {"order": "", "more": "1"}})
    equal("order" in changed.metadata, False)
    equal(changed.metadata["more"], "1")


def verified():
    made = SESSIONS.create({"type": "document"})
    submit(made.id, {"type": "verified"})
    read = SESSIONS.retrieve(made.id, {"expand": ["verified_outputs", "last_verification_report"]})
    equal(read.verified_outputs.first_name, "Jenny")
    report = REPORTS.retrieve(read.last_verification_report.id)
    equal(report.verification_session, made.id)
    dob = {"expand": ["verified_outputs.dob"]}
    equal(type(refused(lambda: SESSIONS.retrieve(made.id, dob))), stripe.PermissionError)
    seen = client(RESTRICTED).v1.identity.verification_sessions.retrieve(made.id, dob)
    equal(seen.verified_outputs.dob.year, 1985)
    equal(SESSIONS.redact(made.id).redaction.status, "processing")
    control("POST", "/clock/advance", {"seconds": 5 * 86400})
    equal(SESSIONS.retrieve(made.id).redaction.status, "redacted")


def canceled():
    made = SESSIONS.create({"type": "id_number"})
    equal(SESSIONS.cancel(made.id).status, "canceled")
    equal(type(refused(lambda: SESSIONS.cancel(made.id))), stripe.InvalidRequestError)


def pages():
    control("POST", "/reset")
    ids = [SESSIONS.create({"type": "document"}).id for _ in range(25)][::-1]
    found = SESSIONS.list({"limit": 10}).auto_paging_iter()
    equal([session.id for session in found], ids)
    page = SESSIONS.list({"limit": 2, "ending_before": ids[5]})
    equal([session.id for session in page.data], ids[3:5])
    equal(len(SESSIONS.list({"created": {"gte": 0}, "limit": 100}).data), 25)


def reports():
    made = SESSIONS.create({"type": "document"})
    submit(made.id, {"type": "failed", "code": "document_expired"})
    submit(made.id, {"type": "verified"})
    found = REPORTS.list({"verification_session": made.id})
    equal([report.document.status for report in found.data], ["verified", "unverified"])


def errors():
    rows = [
        (lambda: SESSIONS.create({"type": "passport"}), stripe.InvalidRequestError, None, "type"),
        (lambda: SESSIONS.create({"type": "document", "foo": 1}), stripe.InvalidRequestError, "parameter_unknown", "foo"),
        (lambda: SESSIONS.create({}), stripe.InvalidRequestError, "parameter_missing", "type"),
        (lambda: SESSIONS.retrieve("vs_none"), stripe.InvalidRequestError, "resource_missing", "session"),
        (lambda: REPORTS.retrieve("vr_none"), stripe.InvalidRequestError, "resource_missing", "report"),
        (lambda: client("sk_test_other").v1.identity.verification_sessions.list(), stripe.AuthenticationError, None, None),
    ]
    for call, kind, code, param in rows:
        error = refused(call)
        equal((type(error), error.code, getattr(error, "param", None)), (kind, code, param))
        equal(error.request_id.startswith("req_"), True)


def faults():
    once = client(SECRET, max_network_retries=0).v1.identity.verification_sessions
    for fault, kind in [
        ({"type": "status", "status": 429}, stripe.RateLimitError),
        ({"type": "status", "status": 500}, stripe.APIError),
        ({"type": "reply", "status": 502, "body": "<h1>Bad gateway</h1>"}, stripe.APIError),
        ({"type": "reset"}, stripe.APIConnectionError),
    ]:
        control("POST", "/faults", {"fault": fault})
        equal(type(refused(once.list)), kind, fault["type"])
    control("POST", "/reset")
    control("POST", "/faults", {"fault": {"type": "lose_reply"}})
    client(SECRET, max_network_retries=2).v1.identity.verification_sessions.create({"type": "document"})
    equal(len(SESSIONS.list().data), 1, "one session in spite of two attempts")


def idempotency():
    options = {"idempotency_key": f"key-{time.time()}"}
    first = SESSIONS.create({"type": "document"}, options)
    equal(SESSIONS.create({"type": "document"}, options).id, first.id)
    error = refused(lambda: SESSIONS.create({"type": "id_number"}, options))
    equal(type(error), stripe.IdempotencyError)


def events():
    control("POST", "/reset")
    with Receiver() as receiver:
        control("POST", "/webhooks", {"url": receiver.url})
        made = SESSIONS.create({"type": "document"})
        submit(made.id, {"type": "failed", "code": "document_expired"})
        submit(made.id, {"type": "verified"})
        got = [CLIENT.construct_event(body, signature, SIGNING) for body, signature in receiver.got]
        names = [event.type.replace("identity.verification_session.", "") for event in got]
        equal(names, ["created", "processing", "requires_input", "processing", "verified"])
        equal(got[0].data.object.id, made.id)
        body, signature = receiver.got[0]
        error = refused(lambda: CLIENT.construct_event(body, signature, "whsec_other"))
        equal(type(error), stripe.SignatureVerificationError)


def thin_events():
    with Receiver() as receiver:
        control("POST", "/webhooks", {"url": receiver.url, "thin": True})
        made = SESSIONS.create({"type": "document"})
        control("POST", "/clock/advance", {"seconds": 0})
        notification = CLIENT.parse_event_notification(*receiver.got[-1], SIGNING)
        equal(notification.type, "v1.identity.verification_session.created")
        equal(notification.fetch_related_object().id, made.id)
        equal(notification.fetch_event().related_object.id, made.id)


def beside():
    control("POST", "/reset")
    with Receiver() as receiver:
        endpoints = CLIENT.v1.webhook_endpoints
        types = ["identity.verification_session.verified"]
        endpoint = endpoints.create({"url": receiver.url, "enabled_events": types})
        made = SESSIONS.create({"type": "document"})
        submit(made.id, {"type": "verified"})
        equal(len(receiver.got), 1)
        event = CLIENT.construct_event(*receiver.got[0], endpoint.secret)
        equal(CLIENT.v1.events.retrieve(event.id).type, event.type)
        equal([one.id for one in CLIENT.v1.events.list({"type": event.type}).data], [event.id])
        equal(endpoints.update(endpoint.id, {"disabled": True}).status, "disabled")
        equal(endpoint.id in [one.id for one in endpoints.list().data], True)
        equal(endpoints.delete(endpoint.id).deleted, True)
        trusted = client(RESTRICTED).v1
        report = trusted.identity.verification_reports.list().data[0]
        equal(trusted.files.retrieve(report.document.files[0]).purpose, "identity_document")


def accounts():
    options = {"stripe_account": "acct_1"}
    made = SESSIONS.create({"type": "document"}, options)
    equal(SESSIONS.retrieve(made.id, {}, options).id, made.id)
    equal(refused(lambda: SESSIONS.retrieve(made.id)).code, "resource_missing")


def controlled():
    control("POST", "/reset")
    plan = {"outcome": {"type": "failed", "code": "document_expired"}, "count": 2}
    control("POST", "/plans", plan)
    errors = []
    for _ in range(3):
        made = SESSIONS.create({"type": "document"})
        error = SESSIONS.retrieve(made.id).last_error
        errors.append(error.code if error else None)
    equal(errors, ["document_expired", "document_expired", None])
    control("PUT", "/person", {"first_name": "Ada"})
    seeds = {"sessions": [{"parameters": {"type": "document"}, "outcome": {"type": "verified"}}]}
    seeded = control("POST", "/seed", seeds)["data"][0]
    equal(seeded["verified_outputs"]["first_name"], "Ada")
    control("PUT", "/person", {})
    equal(control("GET", "/summary")["sessions"], 4)
    error = refused(lambda: control("POST", "/faults", {"fault": {"type": "no"}}))
    equal(error.code, 400)


def all_cases():
    control("POST", "/reset")
    for group, name, body in [
        ("sessions", "create, retrieve, update", create_retrieve_update),
        ("sessions", "verified, with its results expanded", verified),
        ("sessions", "canceled", canceled),
        ("lists", "sessions over all pages, and back", pages),
        ("lists", "reports of a session", reports),
        ("errors", "have the type, code and parameter of Stripe's", errors),
        ("errors", "faults are met, and retried", faults),
        ("errors", "idempotency keys", idempotency),
        ("webhooks", "events are verified", events),
        ("webhooks", "thin events are verified and fetched", thin_events),
        ("beside", "events, webhook endpoints, files", beside),
        ("accounts", "Stripe-Account", accounts),
        ("control", "outcomes ahead, the person, the summary", controlled),
    ]:
        run(group, name, body)


def parallel(count):
    def one(n):
        made = SESSIONS.create({"type": "document", "metadata": {"n": f"python-{n}"}})
        code = {"type": "failed", "code": "document_expired"}
        submit(made.id, {"type": "verified"} if n % 2 else code)
        read = SESSIONS.retrieve(made.id)
        expected = "verified" if n % 2 else "requires_input"
        equal((read.id, read.metadata["n"], read.status), (made.id, f"python-{n}", expected))
        return made.id

    def body():
        with ThreadPoolExecutor(100) as pool:
            equal(len(set(pool.map(one, range(count)))), count)

    run("parallel", f"{count} sessions from 100 threads", body)


def restart(count):
    patient = client(SECRET, max_network_retries=10).v1.identity.verification_sessions

    def body():
        ids = []
        for n in range(count):
            ids.append(patient.create({"type": "document"}).id)
            print(json.dumps({"created": n}), flush=True)
        equal(len(set(ids)), count)
        error = refused(lambda: patient.retrieve(ids[0]))
        equal(error.code, "resource_missing", "a new start knows nothing")
        equal(patient.retrieve(ids[-1]).id, ids[-1])

    run("restart", "every create is answered", body)


if sys.argv[1] == "all":
    all_cases()
else:
    {"parallel": parallel, "restart": restart}[sys.argv[1]](int(sys.argv[2]))
