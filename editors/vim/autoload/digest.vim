" The lines with which a digest is known to open, in any order; letter case does not matter. The server knows the same.
let s:banner_lines = [
\   'new',
\   'get trending papers in your email inbox!',
\   'subscribe',
\   'daily papers',
\   'byak and the research community',
\   'by ak and the research community',
\]

" One alone ("new", "Subscribe") opens many other texts.
let s:banner_lines_needed = 2

" Whether a text opens with a digest's banner: banner lines, whole and in any order, before any other text.
function! digest#OpensWithBanner(lines) abort
  let l:found = 0
  for l:line in a:lines
    let l:text = tolower(trim(substitute(l:line, '^\%ufeff', '', '')))
    if index(s:banner_lines, l:text) >= 0
      let l:found += 1
    elseif l:text isnot# ''
      return 0
    endif
    if l:found >= s:banner_lines_needed
      return 1
    endif
  endfor
  return 0
endfunction

" The folder of all digests that belong together: the nearest one above with a `.digestlsp` or, failing that, a `.git`; else the file's own.
function! digest#Root(buffer) abort
  let l:own = fnamemodify(bufname(a:buffer), ':p:h')
  for l:marker in ['.digestlsp', '.git']
    let l:folder = l:own
    while 1
      if isdirectory(l:folder . '/' . l:marker) || filereadable(l:folder . '/' . l:marker)
        return l:folder
      endif
      let l:above = fnamemodify(l:folder, ':h')
      if l:above is# l:folder
        break
      endif
      let l:folder = l:above
    endwhile
  endfor
  return l:own
endfunction
