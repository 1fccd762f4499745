// Everything works without this file.

// Most people do not search on most pages: the rest comes when somebody enters a search box.
const { suggestionsScript } = document.querySelector("[data-suggestions-script]")?.dataset ?? {};

async function prepareSuggestions(event) {
  const input = event.target.closest("[data-suggestions]");
  if (!input || "prepared" in input.dataset) {
    return;
  }
  input.dataset.prepared = "";
  try {
    const { offerSuggestions } = await import(suggestionsScript);
    offerSuggestions(input);
  } catch {
    // Without suggestions the form works as ever.
  }
}

if (suggestionsScript) {
  document.addEventListener("focusin", prepareSuggestions);
  if (document.activeElement?.matches("[data-suggestions]")) {
    prepareSuggestions({ target: document.activeElement });
  }
}
