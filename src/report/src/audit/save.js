// Writes narration.audit.json: over the same file again where the browser has the File System Access API, as a download elsewhere.

export const fileName = 'narration.audit.json'
let handle = null

/** Gives 'saved', 'downloaded', or null when the listener changed their mind. */
export async function save(content) {
  const text = `${JSON.stringify(content, null, 2)}\n`
  if (window.showSaveFilePicker) {
    try {
      handle ??= await window.showSaveFilePicker({
        suggestedName: fileName,
        types: [{ description: 'Narration audit', accept: { 'application/json': ['.json'] } }],
      })
      const file = await handle.createWritable()
      await file.write(text)
      await file.close()
      return 'saved'
    } catch (error) {
      if (error.name === 'AbortError') return null
      handle = null // refused, or the file is gone: a download always works
    }
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return 'downloaded'
}
