// Put first into the <head> of every popup that is measured: what a benchmark wants to know of it,
// from its first moment on. A classic script, so that it runs before any module of the popup.
//
// With "?beat" in the address a heart beats: a message to itself, again and again. Where it stops,
// the main thread was busy with something else. That is an upper bound of one task, since several
// may have waited in line; browsers with long-task entries tell those apart as well. The heart costs
// processor time, so what is timed is opened without it.

(() => {
  const SHORTEST = 5; // Milliseconds; a shorter pause is no news.
  const found = { beats: [], tasks: [], shift: 0, memories: [] };

  const hear = (type, take) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return false;
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    return true;
  };
  const tells = {
    tasks: hear("longtask", ({ startTime, duration }) => found.tasks.push([startTime, duration])),
    shift: hear("layout-shift", (one) => {
      if (!one.hadRecentInput) found.shift += one.value;
    }),
  };

  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(wanted) {
      super(wanted);
      found.memories.push(this);
    }
  };

  if (location.search === "?beat") {
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      if (now - last >= SHORTEST) found.beats.push([last, now - last]);
      last = now;
      port2.postMessage(0);
    };
    port2.postMessage(0);
  }

  const there = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  /** The longest of [start, length] that began before `end`, 0 for none. */
  const longest = (stretches, end) =>
    Math.max(0, ...stretches.filter(([start]) => start < end).map(([, length]) => length));

  /** Wait for the view (or, without a script, for the paint), let it settle, and tell everything. */
  globalThis.gauge = async (views, patience, settling) => {
    const wanted = views ? ["first-contentful-paint", "python-view"] : ["first-contentful-paint"];
    for (const end = performance.now() + patience; !wanted.every((name) => there(name) !== null); ) {
      if (performance.now() > end) throw new Error(`no ${wanted.join(", ")} in ${patience} ms`);
      await pause(20);
    }
    const view = there("python-view");
    await pause(settling);
    return {
      paint: there("first-contentful-paint"),
      view,
      block: location.search === "?beat" ? longest(found.beats, view) : null,
      task: tells.tasks && views ? longest(found.tasks, view) : null,
      shift: tells.shift ? found.shift : null,
      heap: found.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
      engine: document.documentElement.dataset.engine ?? "",
    };
  };
})();
