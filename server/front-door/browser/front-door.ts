/** Copies the text of the element that `data-copy` names, and says so on the button. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy ?? "");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(source?.textContent ?? "");
      button.textContent = button.dataset.copied ?? label;
    } catch {
      // Refused by the browser: select it, so that Ctrl+C copies.
      if (source) getSelection()?.selectAllChildren(source);
    }
    setTimeout(() => (button.textContent = label), 2_000);
  });
}
