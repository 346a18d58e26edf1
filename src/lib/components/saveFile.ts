/** Hands a file to the reader's own download folder; nothing leaves the browser. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content by the next task, but not always in this one.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
