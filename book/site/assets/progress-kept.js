// Why a browser did not keep what the reader did, as a sentence.

import { VERSION, read } from "./progress.js";

const NOT_KEPT = "이 브라우저가 저장하지 못했습니다. 비공개 창이거나 저장 공간이 찼습니다.";
const NEWER = "책의 더 새로운 판이 쓴 기록이 있어 그대로 두었습니다. 이 쪽을 새로 고칩니다.";

export const isNewer = () => read().version !== VERSION;
export const whyNotKept = () => (isNewer() ? NEWER : NOT_KEPT);
