/** Every test process runs in Beijing time, as the deployed functions do. */
export default function globalSetup(): void {
  process.env.TZ = 'Asia/Shanghai'
}
