import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  copySite,
  everythingIn,
  projectFolder,
  runScript,
  temporaryFolder,
  treeOf,
} from "../testing/files.ts";
import { asOrdinaryUser, canMount, withOwnMounts } from "../testing/mounts.ts";

/** Builds into a disk of its own, `$1/disk`, and keeps what came of it under the name it is given. */
const shell = `
root=$1
mkdir -p $root/disk $root/kept
build() {
  status=0
  "$NODE" scripts/start.js build --content $root/content --out $root/disk/dist \\
    --now 2026-01-01 >$root/kept/$1.told 2>&1 || status=$?
  echo $status >$root/kept/$1.status
  ls -A $root/disk >$root/kept/$1.beside
  cp -R $root/disk/dist $root/kept/$1
}
# Every page shows the title of the site.
change() { sed -i "s/^title: .*/title: $1/" $root/content/site.yaml; }
`;

/** What came of a build: its exit status, its words, the site, and what lies beside it. */
function keptOf(root: string, name: string) {
  const read = (extension: string) => readFileSync(join(root, `kept/${name}.${extension}`), "utf8");
  return {
    status: Number(read("status")),
    told: read("told"),
    beside: read("beside").trim().split("\n"),
    tree: treeOf(join(root, "kept", name)),
  };
}

describe.skipIf(!canMount)("a disk", () => {
  test("that is full, at whatever moment, leaves the old site, and the next build mends it", {
    timeout: 180_000,
  }, () => {
    const root = dirname(copySite("basic"));
    const free = [0, 4, 12, 28, 44, 60, 76];
    const script = `${shell}
      mount -t tmpfs -o size=1m none $root/disk
      build before
      change changed
      for free in ${free.join(" ")}; do
        dd if=/dev/zero of=$root/disk/fill bs=1k 2>/dev/null || true
        truncate -s -$((free * 1024)) $root/disk/fill
        build full$free
        rm $root/disk/fill
      done
      build after`;
    const { status, stderr } = withOwnMounts(script, [root]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const before = keptOf(root, "before");
    expect(before.status).toBe(0);
    for (const kilobytes of free) {
      const full = keptOf(root, `full${kilobytes}`);
      expect(full.told).toMatch(
        /^磁盘满了，写不了 .*\/disk\/dist\S*。请删去.*再运行一次。\n没有生成网站，.*dist 保持原样。\n$/,
      );
      expect(full.told).not.toContain("staging");
      expect(full.status).toBe(1);
      expect(full.beside).toEqual(["dist", "fill"]);
      expect(full.tree).toEqual(before.tree);
    }
    const after = keptOf(root, "after");
    expect(after).toMatchObject({ status: 0, beside: ["dist"] });
    expect(after.tree).not.toEqual(before.tree);
  });

  test("that became read-only leaves the old site, and one that is writable again gets the new one", () => {
    const root = dirname(copySite("basic"));
    const script = `${shell}
      mount -t tmpfs none $root/disk
      build before
      change changed
      mount -o remount,bind,ro $root/disk
      build readonly
      mount -o remount,bind,rw $root/disk
      build after`;
    expect(withOwnMounts(script, [root])).toMatchObject({ status: 0, stderr: "" });
    const [before, readonly, after] = ["before", "readonly", "after"].map((name) =>
      keptOf(root, name),
    );
    expect(readonly?.told).toMatch(
      /^.*\/disk\/dist 在只读的磁盘上，写不了。.*\n没有生成网站，.*\n$/,
    );
    expect(readonly?.status).toBe(1);
    expect(readonly?.tree).toEqual(before?.tree);
    expect(after).toMatchObject({ status: 0, beside: ["dist"] });
    expect(after?.tree).not.toEqual(before?.tree);
  });

  test.each([
    ["of another file system", "mount -t tmpfs none $root/disk/dist"],
    ["of the same file system", "mkdir $root/other; mount --bind $root/other $root/disk/dist"],
  ])(
    "that is the output folder itself gets the site, with the staging folder in it: %s",
    (_, mount) => {
      const root = dirname(copySite("basic"));
      const script = `${shell}
      mkdir $root/disk/dist
      ${mount}
      echo mine >$root/disk/dist/own.txt
      build first
      change changed
      build second`;
      expect(withOwnMounts(script, [root])).toMatchObject({ status: 0, stderr: "" });
      const [first, second] = ["first", "second"].map((name) => keptOf(root, name));
      expect(first).toMatchObject({ status: 0, beside: ["dist"] });
      expect(second).toMatchObject({ status: 0, beside: ["dist"] });
      expect(Object.keys(second?.tree ?? {})).toContain("own.txt");
      expect(Object.keys(second?.tree ?? {}).filter((file) => file.startsWith(".jin"))).toEqual([]);
      expect(second?.tree["news/2017/0707-first.html"]).toBeDefined();
      expect(second?.tree).not.toEqual(first?.tree);
    },
  );

  test("that is a folder inside the output folder leaves the site as it was", () => {
    const root = dirname(copySite("basic"));
    const script = `${shell}
      mkdir -p $root/disk/dist/news
      mount -t tmpfs none $root/disk/dist/news
      echo mine >$root/disk/dist/own.txt
      build busy`;
    expect(withOwnMounts(script, [root])).toMatchObject({ status: 0, stderr: "" });
    const { told, ...rest } = keptOf(root, "busy");
    expect(told).toMatch(
      /^.*\/disk\/dist\/news\/\S* 正被系统或别的程序占用。.*\n没有生成网站，.*\n$/,
    );
    const own = Buffer.from("mine\n").toString("base64");
    expect(rest).toEqual({ status: 1, beside: ["dist"], tree: { "own.txt": own } });
  });

  test("that is full leaves no article half written by an import", () => {
    const root = temporaryFolder();
    const page = "标题\n发布日期:2017-07-07 10:34\n第一段。\n";
    writeFileSync(join(root, "small.txt"), page);
    writeFileSync(join(root, "large.txt"), `另一${page}${"长长的一段。\n\n".repeat(4000)}`);
    const script = `
      mkdir $1/content
      mount -t tmpfs -o size=64k none $1/content
      cp src/testing/sites/basic/site.yaml $1/content
      status=0
      "$NODE" scripts/start.js import $1/small.txt $1/large.txt --content $1/content \\
        --column news 2>$1/told || status=$?
      find $1/content -type f
      exit $status`;
    const { status, stdout } = withOwnMounts(script, [root]);
    expect(readFileSync(join(root, "told"), "utf8")).toMatch(
      /^磁盘满了，写不了 .*\/content\/news\/2017\/0707-.*\.md。.*\n没有写入任何文章。\n$/,
    );
    expect(stdout).toBe(`${root}/content/site.yaml\n`);
    expect(status).toBe(1);
  });
});

describe.skipIf(!canMount)("a disk", () => {
  test("that is full leaves every article as it was before mending", () => {
    const root = temporaryFolder();
    const script = `
      mkdir $1/content
      mount -t tmpfs -o size=256k none $1/content
      cp -R src/testing/sites/basic/* $1/content
      sed -i "s/^title: /title：/" $1/content/site.yaml $1/content/*/*/*.md
      dd if=/dev/zero of=$1/content/news/2017/fill.zip bs=1k 2>/dev/null || true
      truncate -s -4096 $1/content/news/2017/fill.zip
      cp -R $1/content $1/before
      status=0
      "$NODE" scripts/start.js check --fix --content $1/content 2>$1/told || status=$?
      diff -r $1/before $1/content
      exit $status`;
    const { status, stdout } = withOwnMounts(script, [root]);
    expect(readFileSync(join(root, "told"), "utf8")).toMatch(
      /^磁盘满了，写不了 .*\/content\/.*\.md。.*\n没有改动任何文件。\n$/,
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });
});

/** Builds as somebody for whom the permissions of files hold. */
function build(folder: string, out: string) {
  const args = ["scripts/start.js", "build", "--content", folder, "--out", out];
  const [command = "", ...rest] = [...asOrdinaryUser, process.execPath, ...args];
  return spawnSync(command, rest, { cwd: projectFolder, encoding: "utf8" });
}

function protect(path: string, mode: number): void {
  chmodSync(path, mode);
  onTestFinished(() => chmodSync(path, 0o755));
}

/** Changes what every page shows, since a build without a change writes nothing. */
function rename(folder: string): void {
  const file = join(folder, "site.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*/m, "title: 另一个名称"));
}

describe.skipIf(process.platform === "win32")("what the system does not allow", () => {
  test("writing beside the output folder", () => {
    const folder = copySite("basic");
    const root = join(temporaryFolder(), "root");
    mkdirSync(root);
    expect(build(folder, join(root, "dist")).status).toBe(0);
    const before = treeOf(root);
    rename(folder);
    protect(root, 0o555);
    const { status, stderr } = build(folder, join(root, "dist"));
    expect(stderr).toMatch(
      /^系统不允许读写 .*\/root\/dist。请检查.*\n没有生成网站，.*dist 保持原样。\n$/,
    );
    expect(status).toBe(1);
    expect(treeOf(root)).toEqual(before);
  });

  test("writing into a folder of the site, which is then as it was", () => {
    const folder = copySite("basic");
    const root = temporaryFolder();
    const out = join(root, "dist");
    mkdirSync(join(out, "zone"), { recursive: true });
    writeFileSync(join(out, "zone/own.txt"), "mine");
    expect(build(folder, out).status).toBe(0);
    const before = everythingIn(root, { inodes: true });
    const article = join(folder, "news/2017/0707-first.md");
    writeFileSync(article, readFileSync(article, "utf8").replace("第一篇", "改过的"));
    // Nobody needs to write into a folder of others.
    protect(join(out, "zone"), 0o555);
    protect(join(out, "archive"), 0o555);
    const { status, stderr } = build(folder, out);
    expect(stderr).toMatch(
      /^系统不允许读写 .*\/dist\/archive\/\S*。请检查.*\n没有生成网站，.*dist 保持原样。\n$/,
    );
    expect(status).toBe(1);
    chmodSync(join(out, "zone"), 0o755);
    chmodSync(join(out, "archive"), 0o755);
    expect(everythingIn(root, { inodes: true })).toEqual(before);
    protect(join(out, "zone"), 0o555);
    expect(build(folder, out)).toMatchObject({ status: 0, stderr: "" });
  });

  test("undoing what has been done, which is told, and done by the next build", () => {
    const folder = copySite("basic");
    const out = join(dirname(folder), "dist");
    expect(runScript("build", ["--content", folder, "--out", out]).status).toBe(0);
    const before = treeOf(out);
    const article = join(folder, "news/2017/0707-first.md");
    writeFileSync(article, readFileSync(article, "utf8").replace("第一篇", "改过的"));
    const readOnly = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const { renameSync } = fs;
      let renames = 0;
      fs.renameSync = (from, to) => {
        if (++renames < 8) return renameSync(from, to);
        throw Object.assign(new Error(), { code: "EROFS", syscall: "rename", path: from, dest: to });
      };
      syncBuiltinESMExports();
    `;
    const args = ["--content", folder, "--out", out];
    const { status, stderr } = runScript("build", args, {}, [readOnly]);
    const unfinished =
      /^.*\/dist\/\S* 在只读的磁盘上，写不了。.*\n.*\/dist 里的网站只换了一部分。.*再运行一次.*\n$/;
    expect(stderr).toMatch(unfinished);
    expect(status).toBe(1);
    expect(treeOf(out)).not.toEqual(before);
    const again = runScript("build", args, {}, [readOnly.replace("< 8", "< 0")]);
    expect(again).toMatchObject({ status: 1, stderr: expect.stringMatching(unfinished) });
    writeFileSync(join(folder, "news/2017/bad.md"), "没有文件头");
    expect(runScript("build", args).stderr).toContain("保持原样");
    expect(treeOf(out)).toEqual(before);
  });

  test("writing beside an article that is to be mended: then none is", () => {
    const folder = copySite("basic");
    for (const file of ["news/2017/0707-first.md", "notice/2018/0201-third.md", "site.yaml"]) {
      const path = join(folder, file);
      writeFileSync(path, readFileSync(path, "utf8").replace("title: ", "title："));
    }
    protect(join(folder, "notice/2018"), 0o555);
    const before = treeOf(folder);
    const args = ["scripts/start.js", "check", "--fix", "--content", folder];
    const [command = "", ...rest] = [...asOrdinaryUser, process.execPath, ...args];
    const run = () => spawnSync(command, rest, { cwd: projectFolder, encoding: "utf8" });
    const { status, stdout, stderr } = run();
    expect(stderr).toMatch(
      /^系统不允许读写 .*\/content\/notice\/2018\/0201-third\.md。.*\n没有改动任何文件。\n$/,
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(treeOf(folder)).toEqual(before);
    chmodSync(join(folder, "notice/2018"), 0o755);
    expect(run().stdout).toContain("自动改好了 3 个文件");
  });

  test("reading an article", () => {
    const folder = copySite("basic");
    protect(join(folder, "news/2017/0707-first.md"), 0o000);
    const { status, stderr } = build(folder, join(dirname(folder), "dist"));
    expect(stderr).toMatch(/^系统不允许读写 .*news\/2017\/0707-first\.md。/);
    expect(status).toBe(1);
    expect(readdirSync(dirname(folder))).toEqual(["content"]);
  });

  test("opening more files, told in English", () => {
    const folder = copySite("basic");
    const site = join(folder, "site.yaml");
    writeFileSync(site, `lang: en\n${readFileSync(site, "utf8")}`);
    const out = join(dirname(folder), "dist");
    // The limit holds from the moment the site is there: the program itself needs files too.
    const limit = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const { mkdirSync } = fs;
      fs.mkdirSync = (path, ...more) => {
        if (String(path).includes("staging")) for (;;) fs.openSync("/dev/null");
        return mkdirSync(path, ...more);
      };
      syncBuiltinESMExports();
    `;
    const script = join(temporaryFolder(), "limit.mjs");
    writeFileSync(script, limit);
    const command = `ulimit -n 512; "$0" --import "$1" scripts/start.js build --content "$2" --out "$3"`;
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", command, process.execPath, script, folder, out],
      {
        cwd: projectFolder,
        encoding: "utf8",
      },
    );
    expect(stderr).toMatch(
      /^too many files are open: .*\(ulimit -n\)\.\nnothing was built and .*dist is as it was\.\n$/,
    );
    expect(status).toBe(1);
    expect(readdirSync(dirname(folder))).toEqual(["content"]);
  });

  test.each([
    ["a name that is too long", "x".repeat(300), "名称太长，系统不支持：", "x 保持原样"],
    [
      "a folder where there can be none",
      "/proc/x",
      "系统不允许在这里建文件夹：/proc/x。",
      "/proc/x 保持原样",
    ],
    [
      "folders where there can be none",
      "/proc/x/y/z",
      "系统不允许在这里建文件夹：/proc/x",
      "/proc/x/y/z 保持原样",
    ],
  ])("%s", (_, out, message, unchanged) => {
    if (out.startsWith("/proc") && process.platform !== "linux") return;
    const { status, stderr } = runScript("build", ["--content", copySite("basic"), "--out", out]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(unchanged);
    expect(stderr.trim().split("\n")).toHaveLength(2);
    expect(status).toBe(1);
  });
});
