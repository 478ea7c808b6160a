import { CameraPage } from '@/src/features/camera/components/camera-page'

export default function SiteCamera() {
  return <CameraPage />
}
