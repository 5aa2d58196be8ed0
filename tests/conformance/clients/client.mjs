// Stripe's client for Node against the stand-in.
import { createServer } from "node:http";
import { once } from "node:events";
import Stripe from "stripe";
import { equal, refused, run } from "./cases.mjs";

const { STRIPE_BASE_URL: base, SECRET_KEY: secret, RESTRICTED_KEY: restricted, WEBHOOK_SECRET: signing } = process.env;
const { hostname: host, port } = new URL(base);
const client = (key, options = {}) => new Stripe(key, { host, port, protocol: "http", telemetry: false, ...options });
const stripe = client(secret);
const { verificationSessions: sessions, verificationReports: reports } = stripe.identity;

async function control(method, path, body) {
  const response = await fetch(`${base}/_fake${path}`, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}
const submit = (id, outcome) => control("POST", `/sessions/${id}/outcome`, { outcome });

// A webhook's handler that keeps what it gets.
async function receive() {
  const got = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({ body: Buffer.concat(chunks), signature: request.headers["stripe-signature"] });
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { got, url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function all() {
  await control("POST", "/reset");
  await run("sessions", "create, retrieve, update", async () => {
    const made = await sessions.create({
      type: "document",
      client_reference_id: "user-1",
      metadata: { order: "6735", "a b": "c&d=é" },
      options: { document: { allowed_types: ["passport", "id_card"], require_matching_selfie: true } },
      provided_details: { email: "jenny@example.com" },
      return_url: "https://example.com/done?a=b",
    });
    equal(made.status, "requires_input");
    equal(made.options.document.allowed_types, ["passport", "id_card"]);
    equal(made.metadata["a b"], "c&d=é");
    equal(Object.keys(made).slice(0, 3), ["id", "object", "client_reference_id"], "order of keys");
    const read = await sessions.retrieve(made.id);
    equal(read.url, made.url);
    const changed = await sessions.update(made.id, { metadata: { order: "", more: "1" } });
    equal(changed.metadata.order, undefined);
    equal(changed.metadata.more, "1");
  });
  await run("sessions", "verified, with its results expanded", async () => {
    const made = await sessions.create({ type: "document" });
    await submit(made.id, { type: "verified" });
    const expand = ["verified_outputs", "last_verification_report"];
    const read = await sessions.retrieve(made.id, { expand });
    equal(read.verified_outputs.first_name, "Jenny");
    equal(read.last_verification_report.document.status, "verified");
    const noted = await sessions.update(made.id, { metadata: { seen: "yes" } });
    equal(noted.metadata.seen, "yes");
    const report = await reports.retrieve(read.last_verification_report.id);
    equal(report.verification_session, made.id);
    const dob = { expand: ["verified_outputs.dob"] };
    equal((await refused(sessions.retrieve(made.id, dob))).statusCode, 403);
    const seen = await client(restricted).identity.verificationSessions.retrieve(made.id, dob);
    equal(seen.verified_outputs.dob.year, 1985);
    const redacted = await sessions.redact(made.id);
    equal(redacted.redaction.status, "processing");
    await control("POST", "/clock/advance", { seconds: 5 * 86400 });
    equal((await sessions.retrieve(made.id)).redaction.status, "redacted");
  });
  await run("sessions", "canceled", async () => {
    const made = await sessions.create({ type: "id_number" });
    equal((await sessions.cancel(made.id)).status, "canceled");
    equal((await refused(sessions.cancel(made.id))).type, "StripeInvalidRequestError");
  });
  await run("lists", "sessions over all pages, and back", async () => {
    await control("POST", "/reset");
    const ids = [];
    for (let n = 0; n < 25; n++) ids.unshift((await sessions.create({ type: "document" })).id);
    const found = [];
    for await (const session of sessions.list({ limit: 10 })) found.push(session.id);
    equal(found, ids);
    const page = await sessions.list({ limit: 2, ending_before: ids[5] });
    equal(page.data.map(({ id }) => id), ids.slice(3, 5));
    equal(page.has_more, true);
    equal((await sessions.list({ status: "verified" })).data, []);
    equal((await sessions.list({ created: { gte: 0 }, limit: 100 })).data.length, 25);
  });
  await run("lists", "reports of a session", async () => {
    const { id } = await sessions.create({ type: "document", client_reference_id: "user-2" });
    await submit(id, { type: "failed", code: "document_expired" });
    await submit(id, { type: "verified" });
    const list = await reports.list({ verification_session: id, type: "document" });
    equal(list.data.map(({ document }) => document.status), ["verified", "unverified"]);
    equal((await reports.list({ client_reference_id: "user-2" })).data.length, 2);
  });
  await run("errors", "have the type, code and parameter of Stripe's", async () => {
    const rows = [
      [sessions.create({ type: "passport" }), "StripeInvalidRequestError", undefined, "type"],
      [sessions.create({ type: "document", foo: 1 }), "StripeInvalidRequestError", "parameter_unknown", "foo"],
      [sessions.create({}), "StripeInvalidRequestError", "parameter_missing", "type"],
      [sessions.retrieve("vs_none"), "StripeInvalidRequestError", "resource_missing", "session"],
      [reports.retrieve("vr_none"), "StripeInvalidRequestError", "resource_missing", "report"],
      [client("sk_test_other").identity.verificationSessions.list(), "StripeAuthenticationError", undefined, undefined],
    ];
    for (const [call, type, code, param] of rows) {
      const error = await refused(call);
      equal([error.type, error.code, error.param], [type, code, param]);
      if (!error.requestId?.startsWith("req_")) throw new Error("no request id");
    }
  });
  await run("errors", "faults are met, and retried", async () => {
    const once = client(secret, { maxNetworkRetries: 0 }).identity.verificationSessions;
    for (const [fault, type] of [
      [{ type: "status", status: 429 }, "StripeRateLimitError"],
      [{ type: "status", status: 500 }, "StripeAPIError"],
      [{ type: "reply", status: 502, body: "<h1>Bad gateway</h1>" }, "StripeAPIError"],
      [{ type: "reset" }, "StripeConnectionError"],
    ]) {
      // A connection that is reset is tried once more, whatever the options say.
      await control("POST", "/faults", { fault, count: fault.type === "reset" ? 2 : 1 });
      equal((await refused(once.list())).type, type, fault.type);
    }
    await control("POST", "/reset");
    await control("POST", "/faults", { fault: { type: "lose_reply" } });
    await sessions.create({ type: "document" });
    equal((await sessions.list()).data.length, 1, "one session in spite of two attempts");
  });
  await run("errors", "idempotency keys", async () => {
    const options = { idempotencyKey: `key-${Date.now()}` };
    const first = await sessions.create({ type: "document" }, options);
    equal((await sessions.create({ type: "document" }, options)).id, first.id);
    equal((await refused(sessions.create({ type: "id_number" }, options))).type, "StripeIdempotencyError");
  });
  await run("webhooks", "events are verified", async () => {
    const receiver = await receive();
    await control("POST", "/reset");
    await control("POST", "/webhooks", { url: receiver.url });
    const { id } = await sessions.create({ type: "document" });
    await submit(id, { type: "failed", code: "document_expired" });
    await submit(id, { type: "verified" });
    const events = receiver.got.map(({ body, signature }) => stripe.webhooks.constructEvent(body, signature, signing));
    const name = "identity.verification_session.";
    const names = ["created", "processing", "requires_input", "processing", "verified"];
    equal(events.map(({ type }) => type.replace(name, "")), names);
    equal(events[0].data.object.id, id);
    const [{ body, signature }] = receiver.got;
    const wrong = Promise.resolve().then(() => stripe.webhooks.constructEvent(body, signature, "whsec_other"));
    equal((await refused(wrong)).type, "StripeSignatureVerificationError");
    receiver.close();
  });
  await run("webhooks", "thin events are verified and fetched", async () => {
    const receiver = await receive();
    await control("POST", "/webhooks", { url: receiver.url, thin: true });
    const { id } = await sessions.create({ type: "document" });
    await control("POST", "/clock/advance", { seconds: 0 });
    const { body, signature } = receiver.got.at(-1);
    const notification = stripe.parseEventNotification(body, signature, signing);
    equal(notification.type, "v1.identity.verification_session.created");
    equal((await notification.fetchRelatedObject()).id, id);
    equal((await notification.fetchEvent()).related_object.id, id);
    receiver.close();
  });
  await run("beside", "events, webhook endpoints, files", async () => {
    await control("POST", "/reset");
    const receiver = await receive();
    const endpoint = await stripe.webhookEndpoints.create({
      url: receiver.url,
      enabled_events: ["identity.verification_session.verified"],
    });
    const { id } = await sessions.create({ type: "document" });
    await submit(id, { type: "verified" });
    equal(receiver.got.length, 1);
    const [{ body, signature }] = receiver.got;
    const event = stripe.webhooks.constructEvent(body, signature, endpoint.secret);
    equal((await stripe.events.retrieve(event.id)).type, event.type);
    equal((await stripe.events.list({ type: event.type })).data.map(({ id }) => id), [event.id]);
    equal((await stripe.webhookEndpoints.update(endpoint.id, { disabled: true })).status, "disabled");
    equal((await stripe.webhookEndpoints.list()).data.map(({ id }) => id).includes(endpoint.id), true);
    equal((await stripe.webhookEndpoints.del(endpoint.id)).deleted, true);
    const trusted = client(restricted);
    const [report] = (await trusted.identity.verificationReports.list()).data;
    const file = await trusted.files.retrieve(report.document.files[0]);
    equal(file.purpose, "identity_document");
    const image = await fetch(file.url, { headers: { authorization: `Bearer ${restricted}` } });
    equal((await image.arrayBuffer()).byteLength, file.size);
    receiver.close();
  });
  await run("accounts", "Stripe-Account", async () => {
    const options = { stripeAccount: "acct_1" };
    const { id } = await sessions.create({ type: "document" }, options);
    equal((await sessions.retrieve(id, {}, options)).id, id);
    equal((await refused(sessions.retrieve(id))).code, "resource_missing");
  });
  await run("control", "outcomes ahead, the person, faults of events, the log", async () => {
    await control("POST", "/reset");
    await control("PUT", "/person", { first_name: "Ada" });
    const plan = { outcome: { type: "failed", code: "document_expired" }, count: 2 };
    await control("POST", "/plans", plan);
    const codes = [];
    for (let n = 0; n < 3; n++) {
      const { id } = await sessions.create({ type: "document" });
      codes.push((await sessions.retrieve(id)).last_error?.code ?? null);
    }
    equal(codes, ["document_expired", "document_expired", null]);
    const seeds = { sessions: [{ parameters: { type: "document" }, outcome: { type: "verified" } }] };
    const { data: [seeded] } = await control("POST", "/seed", seeds);
    equal(seeded.verified_outputs.first_name, "Ada");
    await control("PUT", "/person", {});
    const receiver = await receive();
    await control("POST", "/webhooks", { url: receiver.url });
    await control("POST", "/faults", { fault: { type: "lose_event" } });
    await sessions.create({ type: "document" });
    await control("POST", "/clock/advance", { seconds: 0 });
    equal(receiver.got.length, 0);
    const { data: events } = await control("GET", "/events");
    await control("POST", `/events/${events.at(-1).id}/resend`);
    equal(receiver.got.length, 1);
    const { data: requests } = await control("GET", "/requests");
    equal(requests[0].path, "/v1/identity/verification_sessions");
    equal((await refused(control("POST", "/faults", { fault: { type: "no" } }))) instanceof Error, true);
    receiver.close();
  });
}

// So many sessions at once, each with an outcome and a reader of its own.
async function parallel(count) {
  await run("parallel", `${count} sessions at once`, async () => {
    const one = async (n) => {
      const metadata = { n: `node-${n}` };
      const { id } = await sessions.create({ type: "document", metadata });
      await submit(id, n % 2 ? { type: "verified" } : { type: "failed", code: "document_expired" });
      const read = await sessions.retrieve(id);
      equal([read.id, read.metadata.n, read.status], [id, metadata.n, n % 2 ? "verified" : "requires_input"]);
      return id;
    };
    const ids = await Promise.all(Array.from({ length: count }, (_, n) => one(n)));
    equal(new Set(ids).size, count);
  });
}

// Creates one after the other while the stand-in is killed and started again.
async function restart(count) {
  const patient = client(secret, { maxNetworkRetries: 10 }).identity.verificationSessions;
  await run("restart", "every create is answered", async () => {
    const ids = [];
    for (let n = 0; n < count; n++) {
      ids.push((await patient.create({ type: "document" })).id);
      console.log(JSON.stringify({ created: n }));
    }
    equal(new Set(ids).size, count);
    equal((await refused(patient.retrieve(ids[0]))).code, "resource_missing", "a new start knows nothing");
    equal((await patient.retrieve(ids.at(-1))).id, ids.at(-1));
  });
}

const [what, count] = process.argv.slice(2);
await { all, parallel, restart }[what](Number(count));
