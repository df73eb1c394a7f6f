// The spectrogram's 256 colours: from the page's ground through ember to its ink, evenly light to dark (or dark to light).

const light = [[255, 253, 250], [253, 226, 196], [246, 168, 105], [222, 98, 42], [158, 45, 26], [86, 20, 30], [30, 8, 22]]
const dark = [[24, 20, 17], [58, 22, 30], [120, 32, 38], [190, 62, 30], [236, 122, 40], [250, 190, 100], [255, 244, 214]]

export function colourMap(isDark) {
  const stops = isDark ? dark : light
  return Array.from({ length: 256 }, (_, i) => {
    const at = (i / 255) * (stops.length - 1)
    const [from, to] = [stops[Math.floor(at)], stops[Math.ceil(at)]]
    return [...from.map((value, channel) => (value + (to[channel] - value) * (at % 1)) / 255), 1]
  })
}
