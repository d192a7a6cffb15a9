// Puts the list of the latest articles in the place of the link to it.
fetch("/archive/latest.html", { mode: "same-origin" })
  .then((response) => (response.ok ? response.text() : Promise.reject()))
  .then((list) => {
    document.querySelector("aside.latest p").outerHTML = list;
  })
  .catch(() => {});
