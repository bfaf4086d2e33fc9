"use strict";
// Paper cannot be unfolded: what is closed is opened while the page prints, but for further proof of what is not in
// doubt, which would make a draft of two pages twenty. Everything else works without a script.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open]):not(.proof)")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
