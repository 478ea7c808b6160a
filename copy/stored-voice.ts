/** A voice note as whoever may read the words hears it. */
export const storedVoiceWords = {
  play: '听录音',
}
