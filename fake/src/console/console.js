// Shows the stand-in's state once a second, and acts through its control interface.
const byId = (id) => document.getElementById(id);
let shown = "";

async function call(method, path, body) {
  const headers = {};
  const token = sessionStorage.getItem("token");
  if (token) headers.authorization = `Bearer ${token}`;
  if (body) headers["content-type"] = "application/json";
  const response = await fetch(`/_fake${path}`, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  byId("token-form").hidden = response.status !== 401;
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}

async function act(method, path, body) {
  tell(null);
  try {
    await call(method, path, body);
  } catch (error) {
    tell(error.message);
  }
  await refresh();
}

function tell(problem) {
  byId("problem").hidden = !problem;
  byId("problem").textContent = problem || "";
}

// An element with properties and children; text is never read as HTML.
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(id, label, action, main = false) {
  return element("button", { id, type: "button", className: main ? "main" : "", onclick: action }, label);
}

function decide(session) {
  const path = `/sessions/${session.id}/outcome`;
  const open = session.status === "requires_input";
  if (!open && session.status !== "processing") return null;
  const id = (name) => `${name}-${session.id}`;
  const code = element("select", { id: id("code") },
    ...session.possible_codes.map((code) => element("option", { value: code }, code.replaceAll("_", " "))));
  const submit = (outcome) => () => act("POST", path, { outcome: outcome(), wait: false });
  return element("div", {},
    element("h3", {}, "Decide"),
    element("div", { className: "row" },
      button(id("verify"), "Verified", submit(() => ({ type: "verified" })), true),
      open ? button(id("process"), "Processing", submit(() => ({ type: "processing" }))) : null,
      open ? button(id("cancel"), "Canceled", submit(() => ({ type: "canceled" }))) : null),
    element("p", { className: "row" },
      element("label", { htmlFor: id("code") }, "Reason"), code,
      button(id("fail"), "Not verified", submit(() => ({ type: "failed", code: code.value })))));
}

function event(event, deliveries) {
  const type = event.type.replace("identity.verification_session.", "");
  const sent = deliveries.filter((delivery) => delivery.event === event.id);
  const how = sent.map(({ url, outcome, retry_after_seconds: wait }) =>
    element("li", {}, `${url.split("?")[0]}: ${outcome}${wait ? `; again in ${wait} s` : ""}`));
  return element("li", { className: "event" },
    element("div", { className: "row" },
      element("span", {}, type),
      button(`send-${event.id}`, `Send ${type} again`,
        () => act("POST", `/events/${event.id}/resend`, { wait: false }))),
    element("ul", {}, ...(how.length ? how : [element("li", {}, "Not sent to anyone.")])));
}

function entry(session, state) {
  const events = state.events.filter((one) => one.data.object.id === session.id);
  const reports = state.reports.filter((one) => one.verification_session === session.id);
  const failure = session.last_error?.code;
  const details = element("details", { id: session.id },
    element("summary", {},
      `${session.id}: `, element("span", { className: "status" }, session.status),
      failure ? ` (${failure})` : "", session.redaction ? `, redaction ${session.redaction.status}` : ""),
    session.url ? element("p", {}, element("a", { id: `page-${session.id}`, href: session.url }, "Open its page")) : null,
    decide(session),
    element("h3", {}, "Events"),
    element("ol", {}, ...events.map((one) => event(one, state.deliveries))),
    ...[session, ...reports].flatMap((object) => [
      element("h3", {}, object === session ? "Session" : `Report ${object.id}`),
      json(object),
    ]));
  const className = session.status === "verified" ? "verified" : failure ? "failed" : "";
  return element("li", { className }, details);
}

function json(object) {
  const { possible_codes, ...rest } = object;
  const text = element("pre", { tabIndex: 0 }, JSON.stringify(rest, null, 2));
  text.setAttribute("role", "region");
  text.setAttribute("aria-label", object.id);
  return text;
}

function show(state) {
  byId("summary").textContent = state.summary;
  const now = new Date(state.now * 1000).toISOString();
  byId("now").textContent = now.replace("T", " ").replace(".000Z", " UTC");
  byId("now").dateTime = now;
  byId("none").hidden = state.sessions.length > 0;
  const { now: _, ...rest } = state;
  const text = JSON.stringify(rest);
  if (text === shown) return;
  shown = text;
  // What is open stays open, what has the focus keeps it, and what was chosen stays chosen.
  const open = new Set([...document.querySelectorAll("details[open]")].map(({ id }) => id));
  const chosen = new Map([...document.querySelectorAll("select")].map(({ id, value }) => [id, value]));
  const focused = document.activeElement;
  const inside = focused.closest("#sessions");
  const mark = focused.id || focused.closest("details")?.id;
  byId("sessions").replaceChildren(...state.sessions.map((session) => entry(session, state)));
  for (const id of open) if (byId(id)) byId(id).open = true;
  for (const [id, value] of chosen) {
    if ([...(byId(id)?.options ?? [])].some((option) => option.value === value)) byId(id).value = value;
  }
  if (inside && mark) {
    const again = byId(mark) ?? byId(mark.replace(/^[a-z]+-/, ""));
    (again?.tagName === "DETAILS" ? again.firstElementChild : again)?.focus();
  }
}

async function refresh() {
  try {
    show(await call("GET", "/state"));
  } catch (error) {
    byId("summary").textContent = error instanceof TypeError ? "The stand-in cannot be reached." : error.message;
  }
}

for (const move of document.querySelectorAll("[data-advance]")) {
  move.onclick = () => act("POST", "/clock/advance", { seconds: Number(move.dataset.advance), wait: false });
}
byId("create").onclick = () => act("POST", "/seed", { sessions: [{ parameters: { type: "document" } }] });
byId("reset").onclick = () => act("POST", "/reset");
byId("token-form").onsubmit = (event) => {
  event.preventDefault();
  sessionStorage.setItem("token", byId("token").value);
  refresh();
};

(async () => {
  for (;;) {
    await refresh();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
})();
