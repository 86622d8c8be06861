/* Listen: the browser reads the main part of a page aloud. Where it has no voice, no button shows.
   Pages need none of this: it only adds to them. */
"use strict";
{
  const speech = window.speechSynthesis;
  const button = document.getElementById("listen");
  const main = document.getElementById("main");
  const PART = "h1, h2, h3, p, li, legend, label, button, a, summary, small, td, th, caption, div";
  const SILENT = "[aria-hidden=true], [hidden], textarea, details:not([open]) > :not(summary)";
  let press = 0;

  /* What is read in one breath: the words of one part of the page, sentence by sentence. */
  const sentences = () => {
    const found = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const parts = [];
    let last = null;
    while (found.nextNode()) {
      const words = found.currentNode;
      const part = words.parentElement.closest(PART) || main;
      if (words.parentElement.closest(SILENT)) continue;
      if (part !== last && words.data.trim()) {
        parts.push("");
        last = part;
      }
      if (parts.length) parts[parts.length - 1] += words.data;
    }
    return parts.flatMap((part) => part.replace(/\s+/g, " ").match(/[^.?!]+[.?!]*[”’]*|[^ ]+/g) || [])
      .map((one) => one.trim()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  };

  const show = (reading) => {
    button.querySelector("span").textContent = reading ? button.dataset.stop : button.dataset.listen;
    const picture = button.querySelector("use");
    picture.setAttribute("href", picture.getAttribute("href").replace(/#.*/, reading ? "#stop" : "#listen"));
    button.classList.toggle("reading", reading);
  };

  const stop = () => {
    press += 1;
    speech.cancel();
    show(false);
  };

  const read = () => {
    stop();
    const waiting = sentences(), mine = press;
    const next = () => {
      if (mine !== press) return;
      if (!waiting.length) return stop();
      const said = new SpeechSynthesisUtterance(waiting.shift());
      said.lang = document.documentElement.lang;
      said.rate = 0.9;
      said.onend = next;
      said.onerror = () => mine === press && stop();
      speech.speak(said);
    };
    show(true);
    next();
  };

  const offer = () => { button.hidden = !speech.getVoices().length; };

  if (speech && button && "SpeechSynthesisUtterance" in window) {
    button.addEventListener("click", () => (button.classList.contains("reading") ? stop() : read()));
    window.addEventListener("pagehide", stop);
    speech.addEventListener("voiceschanged", offer);
    offer();
  }
}
