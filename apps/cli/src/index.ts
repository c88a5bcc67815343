export { type AccessFlags, accessEnvironment, accessOptions, readAccess } from './access-settings.ts';
export { dropEmptySettings, type SettingName, settingOption } from './settings.ts';
export { InterruptedError, untilInterrupted } from './until-interrupted.ts';
