import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of a Chromium for the browser tests: `CHROMIUM`, one that this machine has, or else one
 * that is installed now. Says what it does. Throws with the way out where it can't.
 */
export function provideBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  say("no Chromium on this machine: installing one for the browser tests");
  install();
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error("no Chromium could be installed: install one and set CHROMIUM to its path");
}

function findBrowser(): string | undefined {
  const { CHROMIUM, PATH = "" } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [CHROMIUM ?? "", ...onPath, ...places, chromium.executablePath()];
  return candidates.find((path) => path !== "" && existsSync(path));
}

function install(): void {
  const root = process.getuid?.() === 0;
  if (root && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  } else {
    run(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  }
}

function run(command: string, args: readonly string[]): void {
  say(`${command} ${args.join(" ")}`);
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}

function say(text: string): void {
  process.stderr.write(`[test set-up] ${text}\n`);
}

/** Starts the browser, with more arguments or none; as root it only starts without its sandbox. */
export function launchBrowser(
  executablePath: string,
  more: readonly string[] = [],
): Promise<Browser> {
  const args = [...more, "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: root ? [...args, "--no-sandbox"] : args });
}
