" Vim's checks with ALE; run.sh starts them and says in the environment what they need.
scriptencoding utf-8
let s:seconds = 20 " for one wait

function! s:say(line) abort
  call writefile(split(a:line, "\n", 1), $OUTPUT, 'a')
endfunction

function! s:check(name, Body) abort
  let l:start = reltime()
  let l:problem = ''
  try
    call a:Body()
  catch
    let l:problem = v:exception . ' in ' . v:throwpoint
  endtry
  call s:say(printf('%s  Vim: %s  (%.1f s)', l:problem is# '' ? 'ok  ' : 'FAIL', a:name, reltimefloat(reltime(l:start))))
  if l:problem isnot# ''
    call s:say('      ' . substitute(l:problem, "\n", "\n      ", 'g'))
  endif
endfunction

function! s:equal(expected, actual) abort
  if a:expected !=# a:actual
    throw 'expected ' . string(a:expected) . "\nbut was " . string(a:actual)
  endif
endfunction

function! s:wait(what, Condition, State) abort
  let l:start = reltime()
  while !a:Condition()
    if reltimefloat(reltime(l:start)) > s:seconds
      throw printf('waited %d s until %s; %s', s:seconds, a:what, string(a:State()))
    endif
    sleep 10m
  endwhile
endfunction

function! s:open(name) abort
  execute 'edit' fnameescape($FOLDER . '/' . a:name)
endfunction

function! s:here() abort
  return [expand('%:t'), line('.')]
endfunction

" What a running Vim notices by itself; a script has to say so.
function! s:changed() abort
  doautocmd <nomodeline> TextChanged
endfunction

function! s:found() abort
  return map(sort(getloclist(0), {a, b -> a.lnum - b.lnum}), {_, item -> [matchstr(item.text, 'DG\d\+'), item.lnum, item.col]})
endfunction

function! s:rules() abort
  return map(s:found(), {_, item -> item[0]})
endfunction

function! s:wait_for_rules(expected) abort
  call s:wait('the findings are ' . string(a:expected), {-> s:rules() ==# a:expected}, function('s:found'))
endfunction

function! s:file_types() abort
  let l:types = []
  for l:name in ['2026-04-01.digest', 'reading-list.txt', 'notes.txt', 'later/2026-04-02.digest.txt']
    call s:open(l:name)
    call add(l:types, &filetype)
  endfor
  call s:equal(['digest', 'digest', 'text', 'digest'], l:types)
endfunction

function! s:diagnostics() abort
  call s:wait_for_rules(['DG2001', 'DG1006'])
  call s:equal(['DG2001', 7, 1], s:found()[0])
endfunction

function! s:preview() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

function! s:hover() abort
  call cursor(7, 1)
  ALEHover
  call s:wait('the other place and the abstract are shown',
  \ {-> s:preview() =~# '2026-04-01\.digest' && s:preview() =~# 'Two people who read at one desk'}, function('s:preview'))
  if s:preview() =~# '\*\*\|\](\|\\'
    throw 'Markdown is shown as it is written: ' . s:preview()
  endif
  pclose
endfunction

function! s:definition() abort
  call cursor(7, 20)
  ALEGoToDefinition
  call s:wait('the first copy is shown', {-> s:here() ==# ['2026-04-01.digest', 7]}, function('s:here'))
  call s:open('later/2026-04-02.digest.txt')
endfunction

function! s:references() abort
  call cursor(7, 20)
  ALEFindReferences -quickfix
  let l:Places = {-> map(getqflist(), {_, item -> fnamemodify(bufname(item.bufnr), ':t') . ':' . item.lnum})}
  call s:wait('both places are listed', {-> l:Places() ==# ['2026-04-01.digest:7', '2026-04-02.digest.txt:7']}, l:Places)
  cclose
endfunction

function! s:typing() abort
  call s:open('later/2026-04-02.digest.txt')
  call cursor(7, 1)
  call feedkeys("A is\<Esc>", 'tx')
  call s:changed()
  call s:wait('the title is no exact copy any more', {-> index(s:rules(), 'DG2001') < 0}, function('s:found'))
  call feedkeys('u', 'tx')
  call s:changed()
  call s:wait_for_rules(['DG2001', 'DG1006'])
endfunction

function! s:quick_fix() abort
  call cursor(11, 35)
  ALECodeAction
  call s:wait('the line is there', {-> getline(12) is# ''}, {-> get(s:, 'offered', 'nothing was offered')})
  call s:equal(['Counting Snow Buntings by Their Shadows', '', 'Snow buntings are white on snow'],
  \ map(getline(11, 13), {_, line -> matchstr(line, '^[^,]*')}))
  call s:changed()
  call s:wait_for_rules(['DG2001'])
endfunction

" Chooses from ALE's menu.
runtime autoload/ale/util.vim
function! ale#util#Input(message, value, ...) abort
  let s:offered = a:message
  return matchstr(a:message, '\d\+\ze) Insert a blank line')
endfunction

call s:check('digests are known by name and by banner, other text is left alone', function('s:file_types'))
call s:check('a paper that stands in another digest is listed at its title', function('s:diagnostics'))
call s:check('hover tells the other place and how the abstract begins', function('s:hover'))
call s:check('definition goes to the first copy, in the other file', function('s:definition'))
call s:check('references list both places', function('s:references'))
call s:check('a typed letter takes the finding away, and undo brings it back', function('s:typing'))
call s:check('a quick fix inserts the missing blank line', function('s:quick_fix'))
call s:say('done')
qall!
