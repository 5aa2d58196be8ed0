// In the frame of the modal: the person is done.
const { error } = document.currentScript.dataset;
parent.postMessage({ source: "stripe-identity-fake", error: error || null }, "*");
