@echo off
rem Starts Waterline with the runtime beside it, from any folder.
setlocal
set "WATERLINE_HOME=%~dp0.."
"%WATERLINE_HOME%\runtime\bin\java.exe" --enable-native-access=javafx.graphics,ALL-UNNAMED -Djava.awt.headless=true -XX:+UseSerialGC -Xshare:auto -classpath "%WATERLINE_HOME%\lib\*" app.waterline.Main %*
exit /b %ERRORLEVEL%
