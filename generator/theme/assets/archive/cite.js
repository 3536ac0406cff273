// A button to copy each citation. Without it, or where the clipboard is closed to us, the text can
// be selected: in that case we select it and say so.

const section = document.querySelector(".ar-cite");
const status = section.querySelector("[role=status]");

function select(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copy(text) {
  status.textContent = ""; // so that the same words are said again
  try {
    await navigator.clipboard.writeText(text.textContent.trim());
    status.textContent = section.dataset.copied;
  } catch {
    select(text);
    status.textContent = section.dataset.selected;
  }
}

for (const text of section.querySelectorAll("[data-copies]")) {
  const button = document.createElement("button");
  const id = `${text.dataset.copies}-copy`;
  button.type = "button";
  button.className = "ar-cite__copy";
  button.textContent = section.dataset.copy;
  button.id = id;
  button.setAttribute("aria-labelledby", `${id} ${text.dataset.copies}`);
  button.addEventListener("click", () => copy(text));
  text.before(button);
}
