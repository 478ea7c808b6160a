interface PickOptions {
  /** As the `accept` attribute. */
  readonly accept: string
  readonly multiple?: boolean
  /** Asks a phone's browser for its camera at once. */
  readonly camera?: boolean
}

/** The browser's file dialog; an empty list when it was closed. H5 only. */
export function pickFiles({ accept, multiple = false, camera = false }: PickOptions) {
  return new Promise<File[]>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    if (camera) input.setAttribute('capture', 'environment')
    // Some browsers open the dialog only for an element of the page.
    input.style.display = 'none'
    document.body.appendChild(input)
    const done = (files: File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => done(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => done([]))
    input.click()
  })
}
