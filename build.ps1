# Checks what the build needs, restores its tools and hands over to build.cake.
# Usage: ./build.ps1 [--target=Default|Test|Publish|Package|Check|Clean]
$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath $PSScriptRoot

$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = '1'
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
if ([Console]::IsOutputRedirected) { $env:NO_COLOR = '1' }

$missing = $false
function Write-Need([string] $what, [string] $found, [string] $advice) {
    [Console]::Error.WriteLine("build.ps1: $what is needed, but $found.")
    [Console]::Error.WriteLine("           $advice")
    $script:missing = $true
}
function Test-Tool([string] $name) {
    return $null -ne (Get-Command $name -CommandType Application -ErrorAction SilentlyContinue)
}

$sdkAdvice = 'Get it from https://dotnet.microsoft.com/download/dotnet/10.0 (or: winget install Microsoft.DotNet.SDK.10), then open a new terminal.'
if (-not (Test-Tool 'dotnet')) {
    Write-Need 'the .NET 10 SDK' "there is no 'dotnet' on the PATH" $sdkAdvice
} else {
    $sdks = @(dotnet --list-sdks | ForEach-Object { ($_ -split ' ')[0] })
    if (-not ($sdks -match '^10\.')) {
        $known = if ($sdks) { $sdks -join ' ' } else { 'no SDK at all' }
        Write-Need 'the .NET 10 SDK' "'dotnet' knows only: $known" $sdkAdvice
    }
}

$nodeAdvice = 'Get it from https://nodejs.org (or: winget install OpenJS.NodeJS.LTS), then open a new terminal.'
if (-not (Test-Tool 'node')) {
    Write-Need 'Node.js 20.11 or newer' "there is no 'node' on the PATH" $nodeAdvice
} elseif ([version](node --version).TrimStart('v') -lt [version]'20.11') {
    Write-Need 'Node.js 20.11 or newer' "'node' is $(node --version)" $nodeAdvice
}
if (-not (Test-Tool 'npm')) {
    Write-Need 'npm' "there is no 'npm' on the PATH" $nodeAdvice
}
if ($missing) { exit 2 }

dotnet tool restore --verbosity quiet
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet cake build.cake @args
exit $LASTEXITCODE
