// Suggestions under a search box. Every form works without them; when they cannot be had, nothing happens.

const SHORTEST = 2;
const PAUSE = 120;
const MOST_REMEMBERED = 50;
// A postcode can point at one household, and there is nothing to suggest for it.
const POSTCODE = /\b[a-z]{1,2}[0-9]/i;

class Suggestions {
  constructor(input) {
    this.input = input;
    this.remembered = new Map();
    this.options = [];
    this.active = -1;
    this.makeList();
    this.prepareInput();
  }

  makeList() {
    this.list = document.createElement("div");
    this.list.id = `${this.input.id}-suggestions`;
    this.list.className = "hub-suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", say("Suggestions"));
    this.status = document.createElement("p");
    this.status.className = "govuk-visually-hidden";
    this.status.setAttribute("role", "status");
    this.input.parentElement.classList.add("hub-suggestions-field");
    this.input.after(this.list, this.status);
    // Pressing an option must not take the focus from the input, or the list would close first.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        this.choose(this.options.indexOf(option));
      }
    });
  }

  prepareInput() {
    const { input } = this;
    // A search input may not be a combobox.
    input.type = "text";
    input.setAttribute("enterkeyhint", "search");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", (event) => event.isComposing || this.askSoon());
    input.addEventListener("compositionend", () => this.askSoon());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    if (input.value !== input.defaultValue) {
      this.askSoon();
    }
  }

  askSoon() {
    clearTimeout(this.pause);
    this.request?.abort();
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const text = this.input.value.trim();
    this.asked = text;
    if (text.length < SHORTEST || POSTCODE.test(text)) {
      this.close();
      return;
    }
    try {
      const groups = this.remembered.get(text) ?? (await this.fetch(text));
      if (text === this.asked && document.activeElement === this.input) {
        this.show(groups);
      }
    } catch {
      this.close();
    }
  }

  async fetch(text) {
    this.request = new AbortController();
    const address = this.input.dataset.suggestions + encodeURIComponent(text);
    const response = await fetch(address, { signal: this.request.signal, credentials: "omit" });
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const { groups } = await response.json();
    if (this.remembered.size >= MOST_REMEMBERED) {
      this.remembered.clear();
    }
    this.remembered.set(text, groups);
    return groups;
  }

  show(groups) {
    this.options = [];
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...groups.map((group, number) => this.groupElement(group, number)));
    const count = this.options.length;
    this.list.hidden = count === 0;
    this.input.setAttribute("aria-expanded", String(count > 0));
    this.status.textContent = howMany(count);
  }

  groupElement(group, number) {
    const element = document.createElement("div");
    const name = document.createElement("div");
    name.id = `${this.list.id}-${number}`;
    name.className = "hub-suggestions__group";
    name.textContent = group.name;
    // The group says its name; as an element of its own it would be a child that a list must not have.
    name.setAttribute("role", "presentation");
    element.setAttribute("role", "group");
    element.setAttribute("aria-labelledby", name.id);
    element.append(name, ...group.options.map((found) => this.optionElement(found)));
    return element;
  }

  optionElement(found) {
    const element = document.createElement("div");
    element.id = `${this.list.id}-option-${this.options.length}`;
    element.className = "hub-suggestions__option";
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.textContent = found.label;
    element.found = found;
    if (found.note) {
      const note = document.createElement("span");
      note.className = "hub-suggestions__note";
      note.textContent = ` ${found.note}`;
      element.append(note);
    }
    this.options.push(element);
    return element;
  }

  pressed(event) {
    if (event.isComposing) {
      return;
    }
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (event.altKey && event.key === "ArrowUp") {
        this.close();
      } else if (isOpen) {
        this.move(event.key === "ArrowDown" ? 1 : -1);
      } else {
        this.ask();
      }
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter") {
      if (isOpen && this.active >= 0) {
        event.preventDefault();
        this.choose(this.active);
      } else {
        this.close();
      }
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
      this.activate(-1);
    }
  }

  move(step) {
    // One place more than there are options: between the last and the first is the input itself.
    const places = this.options.length + 1;
    this.activate(((this.active + 1 + step + places) % places) - 1);
  }

  activate(number) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const option = this.options[number];
    if (option) {
      option.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  close() {
    clearTimeout(this.pause);
    this.request?.abort();
    this.asked = null;
    this.active = -1;
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  choose(number) {
    const { found } = this.options[number];
    const near = this.input.form.elements.namedItem("near");
    this.close();
    if (found.place && near) {
      this.fillNear(near, found);
    } else if (found.facet && near) {
      window.location.assign(this.addressWith(found));
    } else {
      window.location.assign(found.url);
    }
  }

  fillNear(near, found) {
    near.value = found.place;
    if (near !== this.input) {
      this.input.value = "";
      // What was filled in needs no suggestions when the other box gets its own script.
      near.defaultValue = found.place;
      near.focus();
    }
    this.status.textContent = say("{place} is the place.", { place: found.label });
  }

  addressWith(found) {
    const { form } = this.input;
    const asked = new URLSearchParams(new FormData(form));
    asked.delete(this.input.name);
    asked.delete("page");
    if (!asked.getAll(found.facet).includes(found.value)) {
      asked.append(found.facet, found.value);
    }
    for (const [name, value] of [...asked]) {
      if (value === "") {
        asked.delete(name);
      }
    }
    return `${form.action}?${asked}`;
  }
}

function howMany(number) {
  if (number === 0) {
    return say("No suggestions.");
  }
  return number === 1
    ? say("1 suggestion. Use the up and down arrow keys.")
    : say("{number} suggestions. Use the up and down arrow keys.", { number });
}

export function offerSuggestions(input) {
  return new Suggestions(input);
}
