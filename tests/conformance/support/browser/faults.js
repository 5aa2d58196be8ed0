// What makes the page hard to use for people who cannot see it, or have a small screen.
const faults = [];
const expect = (is, fault) => is || faults.push(fault);
const count = (selector) => document.querySelectorAll(selector).length;

expect(document.documentElement.lang, "no language");
expect(document.title.trim(), "no title");
expect(count("h1") === 1, "not one h1");
expect(count("main") === 1, "not one main");
expect(count("meta[name=viewport]") === 1, "no viewport for small screens");
for (const element of document.querySelectorAll("a, button")) {
  expect(element.textContent.trim(), "a link or button without a name");
}
for (const element of document.querySelectorAll("input:not([type=hidden]), select")) {
  expect(element.labels.length > 0 || element.ariaLabel, `no label: ${element.name}`);
}
// Not `innerWidth`, which grows with what is too wide.
const { scrollWidth, clientWidth } = document.documentElement;
expect(scrollWidth <= clientWidth, `wider than the screen: ${scrollWidth} > ${clientWidth}`);
for (const element of document.querySelectorAll("button")) {
  const { height } = element.getBoundingClientRect();
  expect(!element.checkVisibility() || height >= 24, "a button too small to hit");
}
expect(count("script:not([src])") === 0, "an inline script");
return faults;
