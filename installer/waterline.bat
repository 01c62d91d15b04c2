@echo off
rem Starts Waterline with the runtime beside it, from any folder. Not by the name WATERLINE_HOME: that is where its settings go.
setlocal
set "HERE=%~dp0.."
"%HERE%\runtime\bin\java.exe" --enable-native-access=javafx.graphics,ALL-UNNAMED -Djava.awt.headless=true -Dwaterline.fonts="%HERE%\lib\fonts" -XX:+UseSerialGC -Xms64m -Xshare:auto -classpath "%HERE%\lib\*" app.waterline.Main %*
exit /b %ERRORLEVEL%
