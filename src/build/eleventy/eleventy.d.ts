// Eleventy 3 has no types of its own: this is the part of its API that is used here.
declare module "@11ty/eleventy" {
  export interface EleventyConfig {
    addPlugin<O>(plugin: (config: EleventyConfig, options: O) => void, options: O): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(
      path: string,
      render: (data: never) => string,
      data?: Record<string, unknown>,
    ): void;
    /** Changes a page before it is written. */
    addTransform(name: string, change: (content: string) => string | Promise<string>): void;
    /** Looks at templates before they are rendered: where it gives false, they are not. */
    addPreprocessor(
      name: string,
      extensions: string,
      look: (data: { page: { inputPath: string } }) => false | undefined,
    ): void;
    addCollection(name: string, make: () => readonly unknown[]): void;
    addWatchTarget(glob: string, options?: { resetConfig?: boolean }): void;
    setTemplateFormats(formats: readonly string[]): void;
    setServerOptions(options: Record<string, unknown>): void;
    setWatchJavaScriptDependencies(enabled: boolean): void;
    setChokidarConfig(options: {
      followSymlinks: boolean;
      awaitWriteFinish: { stabilityThreshold: number; pollInterval: number };
    }): void;
    on(event: "eleventy.before" | "eleventy.after", listener: (event: BuildEvent) => unknown): void;
  }

  export interface BuildEvent {
    directories: { input: string; output: string };
    /** The templates that were rendered; `outputPath` is false where nothing was written. */
    results: { outputPath: string | false; content: string | Uint8Array }[];
  }

  export interface EleventyOptions {
    quietMode?: boolean;
    runMode?: "build" | "serve" | "watch";
    config?: (config: EleventyConfig) => unknown;
  }

  export class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    init(): Promise<void>;
    /** To be called before `init` is once more: forgets what was built. */
    restart(): Promise<void>;
    write(): Promise<unknown>;
    /** Builds, then watches; gives the function that a changed path is handed to. */
    watch(): Promise<(path: string) => Promise<void>>;
    serve(port: number): Promise<void>;
    stopWatch(): Promise<void>;
    disableLogger(): void;
    watcher?: {
      options: { cwd?: string };
      on(event: "unlink", listener: (path: string) => void): void;
      on(event: "all", listener: (event: string, path: string) => void): void;
    };
  }

  export default Eleventy;
}
