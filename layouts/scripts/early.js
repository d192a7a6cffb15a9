((root) => {
  root.dataset.script = "on";
  try {
    const kept = JSON.parse(localStorage.getItem("display") ?? "{}");
    for (const name of ["text", "contrast", "theme"]) {
      if (typeof kept?.[name] === "string") root.dataset[name] = kept[name];
    }
  } catch {}
})(document.documentElement);
