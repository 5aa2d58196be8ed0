// A drop-in for Stripe.js, as far as Identity uses it:
//   const stripe = Stripe("pk_test_…");
//   const { error } = await stripe.verifyIdentity(clientSecret);
// See https://docs.stripe.com/js/identity/modal.
window.Stripe = (() => {
  const standIn = STAND_IN;
  const origin = new URL(standIn).origin;
  const failure = (code, message) => ({ error: { type: "invalid_request_error", code, message } });

  async function verifyIdentity(clientSecret) {
    let answer;
    try {
      const response = await fetch(`${standIn}/modal`, { method: "POST", body: clientSecret });
      answer = await response.json();
    } catch {
      return { error: { type: "api_connection_error", message: `${standIn} cannot be reached.` } };
    }
    return answer.error ? { error: answer.error } : show(answer.url);
  }

  function show(url) {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", "Verify your identity");
    dialog.style.cssText = "width:min(36rem,90vw);height:min(44rem,90vh);padding:0;border:0";
    const close = document.createElement("button");
    close.textContent = "Close";
    close.style.cssText = "font:inherit;min-height:44px;width:100%";
    const frame = document.createElement("iframe");
    frame.title = "Verify your identity";
    frame.src = url;
    frame.style.cssText = "width:100%;height:calc(100% - 44px);border:0";
    dialog.append(close, frame);
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      const end = (code) => {
        removeEventListener("message", listen);
        dialog.remove();
        resolve(code ? failure(code, `The verification ended: ${code}.`) : {});
      };
      const listen = ({ source, origin: from, data }) => {
        if (source === frame.contentWindow && from === origin && data?.source === "stripe-identity-fake") {
          end(data.error);
        }
      };
      addEventListener("message", listen);
      close.addEventListener("click", () => end("session_cancelled"));
      dialog.addEventListener("cancel", () => end("session_cancelled"));
    });
  }

  const Stripe = () => ({ verifyIdentity });
  Stripe.version = "stripe-identity-fake";
  return Stripe;
})();
