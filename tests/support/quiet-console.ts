import { afterEach, beforeEach, expect, vi } from "vitest";

// A warning that nobody reads becomes a bug that nobody saw: printing one fails the test.
// A test that expects one says so: vi.mocked(console.error).mockClear() after looking at it.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  const printed = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(printed, "nothing is printed to console.error or console.warn").toEqual([]);
});
