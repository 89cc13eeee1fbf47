"use client";

import { useRef, useState } from "react";

/** A file on its way or arrived; `id` is what the server calls it. */
export type Upload = {
  key: string;
  name: string;
  size: number;
  share: number;
  id?: string | undefined;
  failure?: string | undefined;
};

export type UploadedFile = { id: string; name: string; size: number };

/** Sends files one by one as the body of a POST and follows how far each has come. */
export function useUploads(href: string, initial: readonly UploadedFile[], maxBytes: number) {
  const [uploads, setUploads] = useState<readonly Upload[]>(() =>
    initial.map((file) => ({ ...file, key: file.id, share: 1 })),
  );
  const requests = useRef(new Map<string, XMLHttpRequest>());
  const counter = useRef(0);

  const patch = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));

  const start = (key: string, file: File) => {
    const request = new XMLHttpRequest();
    requests.current.set(key, request);
    request.open("POST", href);
    // Header values are Latin-1, so a Chinese file name travels encoded.
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.upload.onprogress = (event) =>
      patch(key, { share: event.total === 0 ? 0 : event.loaded / event.total });
    request.onload = () => patch(key, readAnswer(request));
    request.onerror = () => patch(key, { failure: "没有传完，请移除后重新添加" });
    request.send(file);
  };

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      counter.current += 1;
      const key = `new-${counter.current}`;
      const failure = file.size > maxBytes ? `超过${megabytes(maxBytes)}，请压缩后再传` : undefined;
      setUploads((all) => [...all, { key, name: file.name, size: file.size, share: 0, failure }]);
      if (failure === undefined) start(key, file);
    }
  };

  const remove = (key: string) => {
    requests.current.get(key)?.abort();
    setUploads((all) => all.filter((upload) => upload.key !== key));
  };

  return { uploads, add, remove };
}

/** A size in bytes as people read it. */
export function megabytes(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 1_048_576).toFixed(1)}MB`;
}

function readAnswer(request: XMLHttpRequest): Partial<Upload> {
  const answer = parsed(request.responseText);
  const [id, message] = [answer.get("id"), answer.get("message")];
  if (request.status < 300 && typeof id === "string") return { id, share: 1 };
  return { failure: typeof message === "string" ? message : "服务器没有收下这个文件，请稍后再试" };
}

function parsed(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    // A proxy in between may answer with a page of its own; it says no more than its status does.
    return new Map();
  }
}
